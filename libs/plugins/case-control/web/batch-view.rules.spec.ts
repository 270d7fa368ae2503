import type { WireTask } from '@fashen/ui';
import { stepsOf, tallyOf } from './batch-view.rules';

const task = (id: string, nodeId: string, definitionKey = 'p'): WireTask => ({ id, nodeId, definitionKey, nodeName: nodeId }) as WireTask;

describe('chosen tasks', () => {
  it('fall apart into steps, the one with most tasks first; the same step of another process is another step', () => {
    const steps = stepsOf([task('1', 'A'), task('2', 'B'), task('3', 'B'), task('4', 'B', 'q')]);
    expect(steps.map(({ key, tasks }) => [key, tasks.map(({ id }) => id)])).toEqual([
      ['p B', ['2', '3']],
      ['p A', ['1']],
      ['q B', ['4']],
    ]);
    expect(stepsOf([])).toEqual([]);
  });

  it('are counted by how they came out', () => {
    expect(tallyOf([{ isDone: true }, { isDone: false }, { isDone: true }])).toEqual({ good: 2, bad: 1 });
  });
});
