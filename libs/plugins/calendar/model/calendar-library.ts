import type { Tx } from '@fashen/plugin-api';
import type { YearPlan } from './calendar-content';

/** Published calendars. A port for the seed of a new installation. */
export abstract class CalendarLibrary {
  /** Publishes the plans of years that have none. What is published already is never touched. Returns the years that were published. */
  abstract publishMissing(tx: Tx, plans: readonly YearPlan[], reason: string): Promise<readonly number[]>;
}
