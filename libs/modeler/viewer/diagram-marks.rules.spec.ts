import { markNodes, type RunState, type RunTask } from './diagram-marks.rules';

const now = new Date('2026-10-20T08:00:00Z');
const task = (over: Partial<RunTask>): RunTask => ({
  nodeId: 'review',
  kind: 'VISIT',
  state: 'DONE',
  createdAt: '2026-10-01T00:00:00Z',
  ...over,
});
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

  it('shows how many hold a part of a waiting node, and who did the step rather than a part of it', () => {
    // given
    const part = (name: string, state = 'ASSIGNED'): RunTask => task({ kind: 'SEAT', state, assigneeName: name, endedByName: name });
    const [open, done] = [task({ state: 'READY' }), task({ endedByName: '丁' })];
    const trail = { nodes: { review: 1 }, flows: {} };
    // when
    const waiting = markNodes(
      run({ trail, waiting: [{ nodeId: 'review' }], tasks: [open, part('丙'), part('子'), part('丁', 'DONE')] }),
      now,
    );
    const ended = markNodes(run({ trail, tasks: [done, part('子', 'CANCELLED')] }), now);
    // then
    expect(waiting.get('review')).toEqual({ state: 'now', rounds: 1, who: '丙', others: 1 });
    expect(ended.get('review')).toMatchObject({ state: 'done', who: '丁' });
  });

  it('shows a node the case was sent back from, but one a period has ended as done', () => {
    const trail = { nodes: { review: 1 }, flows: {} };
    const cancelled = task({ state: 'CANCELLED' });
    const markOf = (ended: RunTask): unknown => markNodes(run({ trail, tasks: [ended] }), now).get('review');
    expect(markOf({ ...cancelled, endedByName: '丁', cause: 'return' })).toMatchObject({ state: 'back', who: '丁', isReturned: true });
    expect(markOf({ ...cancelled, endedByName: '丁' })).toMatchObject({ state: 'back', isReturned: false });
    expect(markOf(cancelled)).toMatchObject({ state: 'done' });
  });

  it('shows a waiting node whose term is over as late', () => {
    const tasks = [task({ state: 'ASSIGNED', dueAt: '2026-10-19T00:00:00Z' })];
    expect(markNodes(run({ waiting: [{ nodeId: 'review' }], tasks }), now).get('review')?.state).toBe('late');
  });

  it('leaves out what was not reached', () => {
    expect(markNodes(run({ trail: { nodes: { start: 1 }, flows: {} } }), now).has('decide')).toBe(false);
  });
});
