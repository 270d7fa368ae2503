import type { OpinionReply } from '../model';
import { entriesOf } from './opinion-list.rules';

const opinion = (id: string, correctsId?: string): OpinionReply => ({
  ...{ id, taskId: 't', nodeId: 'n', nodeName: '会签', personId: 'wu', personName: '戊', submittedAt: 0, hash: '', text: id, clauses: [] },
  ...(correctsId && { correctsId }),
});
const shape = (opinions: readonly OpinionReply[]): readonly string[] =>
  entriesOf(opinions).map(({ latest, earlier }) => [...earlier, latest].map(({ id }) => id).join('<'));

describe('opinions of a case as they are listed', () => {
  it('stand in the order in which they were given, each with its corrections', () => {
    expect(shape([opinion('a'), opinion('b'), opinion('a2', 'a'), opinion('a3', 'a2'), opinion('c')])).toEqual(['a<a2<a3', 'b', 'c']);
  });

  it('keep a correction whose first version is not in the list', () => {
    expect(shape([opinion('a2', 'a')])).toEqual(['a2']);
  });

  it('are none without opinions', () => {
    expect(entriesOf([])).toEqual([]);
  });
});
