import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** How a case ended other than by its drawing. Has the id of the case: a case ends once. */
@Entity('rework_ending')
export class EndingEntity {
  @IdColumn()
  id: string;

  /** `REJECTED`, `WITHDRAWN` or `RETURNED`. */
  @TextColumn(10)
  kind: string;

  @LongTextColumn()
  reason: string;

  @RefColumn({ name: 'ended_by' })
  endedBy: string;

  @TextColumn(100, { name: 'ended_by_name' })
  endedByName: string;

  @InstantColumn({ name: 'ended_at' })
  endedAt: number;
}

/** Somebody has looked at a task for the first time. */
@Entity('rework_opening')
@Index('rework_opening_person', ['taskId', 'personId'], { unique: true })
@Index('rework_opening_case', ['instanceId'])
export class OpeningEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @RefColumn({ name: 'task_id' })
  taskId: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @InstantColumn({ name: 'opened_at' })
  openedAt: number;
}

/** A jump that needs, or needed, a second person. */
@Entity('rework_jump')
@Index('rework_jump_case', ['instanceId', 'confirmedBy'])
export class JumpEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @TextColumn(16, { name: 'execution_id' })
  executionId: string;

  @TextColumn(120, { name: 'node_id' })
  nodeId: string;

  @LongTextColumn()
  reason: string;

  @RefColumn({ name: 'proposed_by' })
  proposedBy: string;

  @InstantColumn({ name: 'proposed_at' })
  proposedAt: number;

  @RefColumn({ name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;
}
