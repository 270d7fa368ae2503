import type { HoldNote } from './clock';
import { handInRefusal } from './supplement.rules';

const hold = (over: Partial<HoldNote> = {}): HoldNote => ({
  ...{ kind: 'HOLD', day: '2026-09-24', at: 1, reason: 'SUPPLEMENT', note: '', changedBy: 'bing' },
  ...over,
});
const clock = { state: 'HELD', name: '法制审核期限' } as const;
const jia = { personId: 'jia', tasks: [{ endedBy: 'jia' }] };

describe('handing in missing materials', () => {
  it.each([
    ['by who worked on the case', clock, [hold()], jia, undefined],
    ['by a stranger', clock, [hold()], { personId: 'mao', tasks: [{ endedBy: 'jia' }, {}] }, 'deadline.NOT_ALLOWED'],
    ['by who has asked', clock, [hold()], { personId: 'bing', tasks: [{ endedBy: 'bing' }] }, 'deadline.NOT_ALLOWED'],
    ['to a clock that runs', { ...clock, state: 'RUNNING' as const }, [hold()], jia, 'deadline.NO_SUPPLEMENT'],
    ['to a clock held for advice', clock, [hold({ reason: 'EXPERT' })], jia, 'deadline.NO_SUPPLEMENT'],
    ['to one that never stood still', clock, [], jia, 'deadline.NO_SUPPLEMENT'],
  ] as const)('%s', (...[, about, holds, person, expected]) => {
    expect(handInRefusal(about, holds, person)?.code).toBe(expected);
  });
});
