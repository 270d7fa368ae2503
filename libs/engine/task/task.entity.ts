import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { TaskKind, TaskState } from '@fashen/plugin-api';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A human task. Case number and title stand here too, so that the inbox reads one table. Never deleted. */
@Entity('engine_task')
@Index('engine_task_execution', ['instance_id', 'execution_id', 'seat_no'], { unique: true })
@Index('engine_task_assigned', ['assignee_id', 'state', 'due_order', 'id'])
@Index('engine_task_cases', ['assignee_id', 'instance_id'])
@Index('engine_task_done', ['ended_by', 'state', 'ended_at', 'id'])
export class TaskEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  instance_id: string;

  @RefColumn()
  definition_id: string;

  @TextColumn(100)
  definition_key: string;

  @TextColumn(120)
  node_id: string;

  @TextColumn(250)
  node_name: string;

  @TextColumn(16)
  execution_id: string;

  /** `VISIT` for the user task itself. */
  @TextColumn(8, { default: 'VISIT' })
  kind: TaskKind;

  /** The task this one belongs to. */
  @RefColumn({ nullable: true })
  parent_id: string | null;

  /** 0 for the visit, then counted within it. */
  @IntegerColumn({ default: 0 })
  seat_no: number;

  /** What a plugin says about it. */
  @TextColumn(24, { nullable: true })
  mark: string | null;

  /** Why it was cancelled. */
  @TextColumn(120, { nullable: true })
  cause: string | null;

  @TextColumn(12)
  state: TaskState;

  @RefColumn({ nullable: true })
  assignee_id: string | null;

  /** Since when the holder holds it. */
  @InstantColumn({ nullable: true })
  assigned_at: number | null;

  /** JSON list of principals. */
  @LongTextColumn()
  candidates: string;

  @InstantColumn()
  created_at: number;

  @InstantColumn({ nullable: true })
  due_at: number | null;

  /** Due time for sorting; tasks without one come last. */
  @InstantColumn()
  due_order: number;

  @InstantColumn({ nullable: true })
  ended_at: number | null;

  @RefColumn({ nullable: true })
  ended_by: string | null;

  @TextColumn(100, { nullable: true })
  ended_by_name: string | null;

  /** JSON. */
  @LongTextColumn({ nullable: true })
  outcome: string | null;

  @IntegerColumn()
  row_version: number;

  @TextColumn(100)
  business_key: string;

  @TextColumn(250)
  title: string;
}

/** A principal that may claim a task. Rows exist only while nobody holds it, so each inbox reads a short range of an index. */
@Entity('engine_task_candidate')
@Index('engine_task_candidate_claimable', ['principal', 'due_order', 'task_id'])
@Index('engine_task_candidate_cases', ['principal', 'instance_id'])
export class TaskCandidateEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  task_id: string;

  @PrimaryColumn({ type: 'varchar', length: 120 })
  principal: string;

  @InstantColumn()
  due_order: number;

  @RefColumn()
  instance_id: string;
}

/** Who held a task of a case and gave it away. They keep sight of the case. */
@Entity('engine_former_holder')
export class FormerHolderEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  person_id: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  instance_id: string;
}
