import { IdColumn, InstantColumn, IntegerColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** The columns of a row that one node at a time works on; `LeaseRepository` reads and writes them. */
export abstract class LeasedEntity {
  @IdColumn()
  id: string;

  /** `STUCK` rows failed too often and wait for an operator, `HELD` ones for the end of a suspension. */
  @TextColumn(8)
  state: 'OPEN' | 'STUCK' | 'HELD';

  @InstantColumn()
  due_at: number;

  /** Attempts that were begun and did not succeed; the one that is being made counts already. */
  @IntegerColumn()
  attempts: number;

  /** Who works on it; the lease ends by itself at `locked_until`. */
  @RefColumn({ nullable: true })
  locked_by: string | null;

  @InstantColumn()
  locked_until: number;

  @TextColumn(500, { nullable: true })
  last_error: string | null;

  @InstantColumn()
  created_at: number;

  @InstantColumn({ nullable: true })
  stuck_at: number | null;
}
