import type { Tx } from '@fashen/plugin-api';
import type { OfficeDays } from './office-days.rules';

/**
 * The working days of a bureau. A port: who counts days asks here once and gives the answer to the counting rules. What was published
 * never changes, so asking again costs one small query.
 */
export abstract class WorkingCalendar {
  /** The calendar in force for the actor's bureau; for the system itself that of the only bureau, or the yearly plans alone. With a unit: of its bureau, whoever acts. */
  abstract calendar(tx: Tx, unitId?: string): Promise<OfficeDays>;
  /** The calendar behind a pinned version id; `calendar.VERSION_MISSING` when there is none. */
  abstract pinned(tx: Tx, versionId: string): Promise<OfficeDays>;
  /** Offset of the bureau's clock from UTC, minutes. */
  abstract readonly utcOffsetMinutes: number;
}
