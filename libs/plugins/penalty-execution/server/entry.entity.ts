import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** Something noted about a dispute: that it was begun, how it ended, that the publication was withdrawn. Inserted, never changed. */
@Entity('penalty_execution_entry')
@Index('penalty_execution_entry_case', ['caseId', 'seq'], { unique: true })
@Index('penalty_execution_entry_once', ['remedyId', 'kind'], { unique: true })
export class EntryEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'case_id' })
  caseId: string;

  @IntegerColumn()
  seq: number;

  /** Id of the entry with which the dispute began. */
  @RefColumn({ name: 'remedy_id' })
  remedyId: string;

  /** `FILED`, `DECIDED` or `WITHDRAWN`. */
  @TextColumn(20)
  kind: string;

  /** Which way it is led, or how it ended. */
  @TextColumn(20)
  what: string;

  @TextColumn(10)
  day: string;

  @LongTextColumn()
  note: string;

  @RefColumn({ name: 'noted_by' })
  notedBy: string;

  @InstantColumn({ name: 'noted_at' })
  notedAt: number;
}
