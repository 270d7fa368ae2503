import { Clock } from '@fashen/plugin-api';

const HOUR_MS = 3_600_000;

/** The clock of a run: stands still until a case moves it. */
export class KitClock extends Clock {
  private time = 0;

  now(): Date {
    return new Date(this.time);
  }

  /** Puts it to a time. It may go back: worlds begin at the same morning. */
  set(instant: string): void {
    this.time = Date.parse(instant);
  }

  advance({ days = 0, hours = 0 }: { readonly days?: number; readonly hours?: number }): void {
    this.time += (days * 24 + hours) * HOUR_MS;
  }
}
