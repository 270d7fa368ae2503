import { markNodes, type RunState, type RunTask } from './diagram-marks.rules';

const now = new Date('2026-10-20T08:00:00Z');
const task = (over: Partial<RunTask>): RunTask => ({ nodeId: 'review', state: 'DONE', createdAt: '2026-10-01T00:00:00Z', ...over });
const run = (over: Partial<RunState>): RunState => ({ trail: { nodes: {}, flows: {} }, waiting: [], tasks: [], ...over });

describe('marks of the running diagram', () => {
  it('shows a node as done with who did it last and when', () => {
    // given
    const tasks = [
      task({ endedByName: '丙', endedAt: '2026-10-02T00:00:00Z' }),
      task({ createdAt: '2026-10-05T00:00:00Z', endedByName: '子', endedAt: '2026-10-06T00:00:00Z' }),
    ];
    // when
    const marks = markNodes(run({ trail: { nodes: { review: 2 }, flows: {} }, tasks }), now);
    // then
    expect(marks.get('review')).toEqual({ state: 'done', rounds: 2, who: '子', endedAt: '2026-10-06T00:00:00Z' });
  });

  it('shows a waiting node as now, with its holder', () => {
    const marks = markNodes(
      run({
        trail: { nodes: { review: 1 }, flows: {} },
        waiting: [{ nodeId: 'review' }],
        tasks: [task({ state: 'ASSIGNED', assigneeName: '丙' })],
      }),
      now,
    );
    expect(marks.get('review')).toEqual({ state: 'now', rounds: 1, who: '丙' });
  });

  it('shows a waiting node whose term is over as late', () => {
    const tasks = [task({ state: 'ASSIGNED', dueAt: '2026-10-19T00:00:00Z' })];
    expect(markNodes(run({ waiting: [{ nodeId: 'review' }], tasks }), now).get('review')?.state).toBe('late');
  });

  it('leaves out what was not reached', () => {
    expect(markNodes(run({ trail: { nodes: { start: 1 }, flows: {} } }), now).has('decide')).toBe(false);
  });
});
