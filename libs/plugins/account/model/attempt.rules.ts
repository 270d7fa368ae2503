/** Failures in a row under one login name, or from one address. Times are milliseconds since the epoch. */
export interface Attempts {
  readonly failures: number;
  /** When the first one of this row was counted. */
  readonly since: number;
  readonly lockedUntil: number;
}

/** When to lock, and for how long. */
export interface LockPolicy {
  readonly failuresBeforeLock: number;
  readonly lockMinutes: number;
  /** The lock doubles each time, up to this: it never becomes permanent, so nobody can be kept out for good by a stranger. */
  readonly lockMaxMinutes: number;
  /** The row ends when it began this long ago and no lock is open. */
  readonly forgetMinutes: number;
}

const MINUTE = 60_000;
const none: Attempts = { failures: 0, since: 0, lockedUntil: 0 };

/** True while no attempt is let through. */
export const isLocked = (attempts: Attempts | undefined, now: number): boolean => (attempts?.lockedUntil ?? 0) > now;

/**
 * Counts an attempt before its password is looked at, so that a hundred at once cannot slip past the limit; a success clears the row.
 * Every `failuresBeforeLock`-th attempt locks, each time twice as long.
 */
export function withAttempt(attempts: Attempts | undefined, now: number, policy: LockPolicy): Attempts {
  const row = attempts && now - attempts.since < policy.forgetMinutes * MINUTE ? attempts : { ...none, since: now };
  const failures = row.failures + 1;
  if (failures % policy.failuresBeforeLock !== 0) return { ...row, failures };

  const round = failures / policy.failuresBeforeLock - 1;
  const minutes = Math.min(policy.lockMinutes * 2 ** Math.min(round, 30), policy.lockMaxMinutes);
  return { ...row, failures, lockedUntil: now + minutes * MINUTE };
}
