import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A clock as it stands. How it came to stand so is told by the rows of the other tables, which are only ever inserted. */
@Entity('deadline_clock')
@Index('deadline_clock_case', ['instance_id', 'clock_key', 'state'])
@Index('deadline_clock_state', ['state', 'id'])
export class ClockEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  instance_id: string;

  @TextColumn(60)
  clock_key: string;

  @TextColumn(100)
  name: string;

  @TextColumn(8)
  kind: string;

  @TextColumn(120, { nullable: true })
  node_id: string | null;

  @TextColumn(16, { nullable: true })
  execution_id: string | null;

  @RefColumn({ nullable: true })
  task_id: string | null;

  @TextColumn(10)
  start_day: string;

  @InstantColumn()
  start_at: number;

  @IntegerColumn()
  amount: number;

  @TextColumn(12)
  unit: string;

  @TextColumn(10)
  rule: string;

  @LongTextColumn()
  settings_json: string;

  @TextColumn(10)
  state: string;

  @InstantColumn({ nullable: true })
  due_at: number | null;

  @TextColumn(10, { nullable: true })
  due_day: string | null;

  @TextColumn(10, { nullable: true })
  outer_day: string | null;

  @TextColumn(10)
  raw_day: string;

  @FlagColumn()
  calendar_missing: boolean;

  @IntegerColumn()
  version: number;

  @InstantColumn({ nullable: true })
  lapsed_at: number | null;

  @InstantColumn({ nullable: true })
  ended_at: number | null;

  @TextColumn(40, { nullable: true })
  end_cause: string | null;

  @InstantColumn()
  created_at: number;
}

/** One computation of a clock: by which calendar, why, and how it came out. Inserted, never changed. */
@Entity('deadline_version')
@Index('deadline_version_clock', ['clock_id', 'version'], { unique: true })
@Index('deadline_version_cause', ['cause', 'changed_at', 'id'])
export class ClockVersionEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  clock_id: string;

  @IntegerColumn()
  version: number;

  @TextColumn(20)
  cause: string;

  @IntegerColumn()
  amount: number;

  @TextColumn(10, { nullable: true })
  due_day: string | null;

  @TextColumn(10, { nullable: true })
  was_due_day: string | null;

  @TextColumn(80)
  calendar_id: string;

  @LongTextColumn()
  counted_json: string;

  @RefColumn()
  changed_by: string;

  @InstantColumn()
  changed_at: number;
}

/** A hold or its end. Inserted, never changed. */
@Entity('deadline_hold')
@Index('deadline_hold_clock', ['clock_id', 'seq'], { unique: true })
export class HoldEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  clock_id: string;

  @IntegerColumn()
  seq: number;

  @TextColumn(8)
  kind: string;

  @TextColumn(10)
  day: string;

  @InstantColumn()
  noted_at: number;

  @TextColumn(12)
  reason: string;

  @LongTextColumn()
  note: string;

  @RefColumn()
  changed_by: string;
}

/** An extension asked for, granted or refused. Inserted, never changed. */
@Entity('deadline_extension')
@Index('deadline_extension_clock', ['clock_id', 'seq'], { unique: true })
export class ExtensionEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  clock_id: string;

  @IntegerColumn()
  seq: number;

  @TextColumn(10)
  kind: string;

  @RefColumn()
  request_id: string;

  @IntegerColumn()
  amount: number;

  @LongTextColumn()
  reason: string;

  @RefColumn()
  changed_by: string;

  @InstantColumn()
  noted_at: number;
}

/** A published version of the periods. Inserted, never changed. */
@Entity('deadline_period')
@Index('deadline_period_version', ['version'], { unique: true })
export class PeriodVersionEntity {
  @IdColumn()
  id: string;

  @IntegerColumn()
  version: number;

  @LongTextColumn()
  table_json: string;

  @TextColumn(64)
  hash: string;

  @TextColumn(2_000)
  reason: string;

  @RefColumn()
  published_by: string;

  @InstantColumn()
  published_at: number;
}

/** Counting anew after a publication of the calendar: how many cases it concerns. Inserted, never changed. */
@Entity('deadline_recount')
@Index('deadline_recount_started', ['started_at', 'id'])
export class RecountEntity {
  /** Id of the publication. */
  @IdColumn()
  id: string;

  @TextColumn(200)
  years: string;

  @IntegerColumn()
  cases: number;

  @InstantColumn()
  started_at: number;
}

/** A case that was counted anew. Inserted, never changed. */
@Entity('deadline_recounted')
@Index('deadline_recounted_once', ['recount_id', 'instance_id'], { unique: true })
export class RecountedEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  recount_id: string;

  @RefColumn()
  instance_id: string;

  /** Clocks that moved. */
  @IntegerColumn()
  moved: number;

  @InstantColumn()
  counted_at: number;
}
