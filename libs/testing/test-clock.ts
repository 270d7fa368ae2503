import { Clock } from '@fashen/plugin-api';

/** A span of time by which a test moves the clock. */
export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  private time: number;

  /** Starts on a working morning in China: Monday, 2 March 2026, 09:00. */
  constructor(start: Date = new Date('2026-03-02T09:00:00+08:00')) {
    super();
    this.time = start.getTime();
  }

  now(): Date {
    return new Date(this.time);
  }

  /** Moves on: `clock.advance({ days: 3 })`. */
  advance(span: Span): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 } = span;
    this.time += days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS + milliseconds;
  }

  /** Jumps to a time. */
  set(time: Date): void {
    this.time = time.getTime();
  }
}
