import { chosenFor, nodesOf, openRows } from './plan.rules';
import type { WireMapping } from './migration-requests';

const row = (nodeId: string, isSame: boolean, suggestion?: string): WireMapping['rows'][number] => ({
  ...{ nodeId, name: nodeId, type: 'bpmn:UserTask', isSame },
  ...(suggestion !== undefined && { suggestion }),
});
const mapping: WireMapping = { rows: [row('A', true), row('B', false, 'B2'), row('C', false)], targets: [], added: [], running: 1 };

describe('the map of a plan', () => {
  it('asks only for what is not the same', () => expect(openRows(mapping).map(({ nodeId }) => nodeId)).toEqual(['B', 'C']));

  it('takes the suggestion until the person chooses, also that nothing stands for it', () => {
    expect(chosenFor(row('B', false, 'B2'), {})).toBe('B2');
    expect(chosenFor(row('B', false, 'B2'), { B: '' })).toBe('');
    expect(chosenFor(row('C', false), {})).toBe('');
  });

  it('names neither what is the same nor what has no counterpart', () => {
    expect(nodesOf(mapping, {})).toEqual({ B: 'B2' });
    expect(nodesOf(mapping, { B: '', C: 'D' })).toEqual({ C: 'D' });
  });
});
