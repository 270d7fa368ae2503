import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';
import type { DeputyMode } from '../model';

/** Who may act for whom. Inserted, and later ended; never removed. */
@Entity('deputy_rule')
@Index('deputy_rule_principal', ['principal_id', 'to_at'])
@Index('deputy_rule_deputy', ['deputy_id', 'to_at'])
export class DeputyRuleEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  principal_id: string;

  @RefColumn()
  deputy_id: string;

  @InstantColumn()
  from_at: number;

  @InstantColumn()
  to_at: number;

  /** JSON list of process keys; empty: all. */
  @LongTextColumn()
  processes: string;

  /** JSON list of step ids; empty: all. */
  @LongTextColumn()
  nodes: string;

  @TextColumn(8)
  mode: DeputyMode;

  @LongTextColumn()
  reason: string;

  @RefColumn()
  created_by: string;

  @InstantColumn()
  created_at: number;

  @InstantColumn({ nullable: true })
  ended_at: number | null;

  @RefColumn({ nullable: true })
  ended_by: string | null;

  @LongTextColumn({ nullable: true })
  end_reason: string | null;

  /** Acts by this rule. Counting one locks the row, so that no end comes between the check and the commit. */
  @IntegerColumn()
  acts: number;
}

/** One row, changed by whoever saves a rule: two rules never close a ring at the same time. */
@Entity('deputy_lock')
export class DeputyLockEntity {
  @IdColumn()
  id: string;

  @IntegerColumn()
  changes: number;
}

/** A task that somebody did for somebody else. Inserted, never changed. */
@Entity('deputy_act')
@Index('deputy_act_case', ['instance_id', 'deputy_id'])
export class DeputyActEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  instance_id: string;

  @RefColumn()
  task_id: string;

  @RefColumn()
  rule_id: string;

  @RefColumn()
  deputy_id: string;

  @RefColumn()
  principal_id: string;

  /** Unit of the principal on that day. */
  @RefColumn({ nullable: true })
  principal_unit_id: string | null;

  @InstantColumn()
  acted_at: number;
}
