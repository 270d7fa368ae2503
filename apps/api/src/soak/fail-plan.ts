/** Where a command can be cut: before and after each write, after the commit before the answer, and around a delivery. */
export const FAILPOINTS = [
  'before-begin',
  'after-idempotency',
  'before-task-end',
  'after-task-end',
  'before-task-insert',
  'after-task-insert',
  'before-jobs',
  'after-jobs',
  'before-instance',
  'after-instance',
  'after-work',
  'after-record',
  'before-commit',
  'after-commit',
  'after-delivery',
  'before-outbox',
  'after-job-take',
  'after-outbox',
  'after-outbox-take',
] as const;

/** Hands out the points in rounds, each with a number of passes, the same for the same seed. */
export class FailPlan {
  private next = 0;

  /** `mostPasses`: how often a point is passed before the kill, at most. `points`: how many are handed out. */
  constructor(
    private seed: number,
    private readonly mostPasses: number,
    private readonly points = Number.POSITIVE_INFINITY,
  ) {}

  /** The next point, as the setting of the server takes it; nothing when all have been handed out. */
  take(): string | undefined {
    if (this.next >= this.points) return undefined;
    const point = FAILPOINTS[(this.next++ * 7) % FAILPOINTS.length];
    return `${point}:${1 + this.random(this.mostPasses)}`;
  }

  /** A whole number from 0 up to, not including, `limit` (mulberry32). */
  random(limit: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
}
