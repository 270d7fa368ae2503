import type { Tx } from '@fashen/plugin-api';
import type { Period, PeriodTable, PeriodVersion } from './period';

/** Published periods. A port for the seed of a new installation and for who counts by them. */
export abstract class PeriodLibrary {
  /** Publishes the table where none is. Answers whether it did. */
  abstract publishMissing(tx: Tx, table: PeriodTable, reason: string): Promise<boolean>;
  /** The version in force; `deadline.PERIOD_MISSING` before the first one. */
  abstract requireLatest(tx: Tx): Promise<PeriodVersion>;
  /** A period of the version in force. */
  abstract require(tx: Tx, key: string): Promise<Period>;
}
