import { Clock } from '@fashen/plugin-api';

/** The machine's clock. */
export class MachineClock extends Clock {
  now(): Date {
    return new Date();
  }
}
