import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One published version of the days of a year, of the state's plan or of a bureau's own. Inserted, never changed. */
@Entity('calendar_version')
@Index('calendar_version_seq', ['seq'], { unique: true })
@Index('calendar_version_scope', ['scope', 'year', 'version'], { unique: true })
export class CalendarVersionEntity {
  @IdColumn()
  id: string;

  /** Order of all publications: a calendar is what was published up to one of them. */
  @IntegerColumn()
  seq: number;

  /** `STATE`, or the id of a bureau. */
  @RefColumn()
  scope: string;

  @IntegerColumn()
  year: number;

  @IntegerColumn()
  version: number;

  @LongTextColumn({ name: 'days_json' })
  daysJson: string;

  @TextColumn(64)
  hash: string;

  @TextColumn(300)
  source: string;

  @TextColumn(2_000)
  reason: string;

  @RefColumn({ name: 'published_by' })
  publishedBy: string;

  @InstantColumn({ name: 'published_at' })
  publishedAt: number;
}
