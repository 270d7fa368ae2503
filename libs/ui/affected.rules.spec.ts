import { affectedTextKey, worthTelling } from './affected.rules';
import type { WireAffected } from './wire';

const step: WireAffected = { kind: 'taskCreated', instanceId: 'case', nodeId: 'sign', nodeName: '会签', taskId: 'visit' };

describe('what an operation does, as it is told', () => {
  it('names a step of several signers by its signers only', () => {
    // given
    const seats = ['bing', 'ding'].map((personId): WireAffected => ({ ...step, taskId: personId, personId }));
    // then
    expect(worthTelling([step, ...seats])).toEqual(seats);
  });

  it('keeps a step nobody holds yet, one of another kind, and what is about no task', () => {
    // given
    const ended: WireAffected = { kind: 'caseEnded', instanceId: 'case' };
    const done: WireAffected = { ...step, kind: 'taskDone', personId: 'jia' };
    // then
    expect(worthTelling([step, done, ended])).toEqual([step, done, ended]);
  });

  it('leaves the move out where its new tasks say it, and keeps it where nothing else does', () => {
    // given
    const moved: WireAffected = { kind: 'moved', instanceId: 'case' };
    const held: WireAffected = { ...step, personId: 'jia' };
    // then
    expect(worthTelling([moved, held])).toEqual([held]);
    expect(worthTelling([moved])).toEqual([moved]);
  });

  it.each([
    ['begins', { dueAt: '2026-12-08' }, 'affected.clockStarted'],
    ['is moved', { wasDueAt: '2026-12-08', dueAt: '2026-12-09' }, 'affected.clockChanged'],
    ['stands still or is over', { wasDueAt: '2026-12-08' }, 'affected.clockStopped'],
  ])('tells a clock that %s so', (_what, days, key) => {
    expect(affectedTextKey({ kind: 'clockChanged', instanceId: 'case', ...days })).toBe(key);
  });
});
