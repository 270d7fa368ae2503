import { type Attempts, isLocked, type LockPolicy, withAttempt } from './attempt.rules';

const policy: LockPolicy = { failuresBeforeLock: 5, lockMinutes: 15, lockMaxMinutes: 240, forgetMinutes: 1_440 };
const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 22);

const attempts = (count: number, from?: Attempts, now = start): Attempts => {
  const next = withAttempt(from, now, policy);
  return count > 1 ? attempts(count - 1, next, now) : next;
};

describe('the lock after failed attempts', () => {
  it('lets four attempts through and locks with the fifth for a quarter of an hour', () => {
    expect(isLocked(attempts(4), start)).toBe(false);
    const locked = attempts(5);
    expect(isLocked(locked, start + 15 * MINUTE - 1)).toBe(true);
    expect(isLocked(locked, start + 15 * MINUTE)).toBe(false);
  });

  it('doubles with every further row and stops growing at the limit', () => {
    const minutes = [5, 10, 15, 20, 25, 30, 100].map((count) => (attempts(count).lockedUntil - start) / MINUTE);
    expect(minutes).toEqual([15, 30, 60, 120, 240, 240, 240]);
  });

  it('forgets a row that began a day ago', () => {
    const later = withAttempt(attempts(9), start + 1_440 * MINUTE, policy);
    expect(later).toEqual({ failures: 1, since: start + 1_440 * MINUTE, lockedUntil: 0 });
  });

  it('is open for a name that was never tried', () => {
    expect(isLocked(undefined, start)).toBe(false);
  });
});
