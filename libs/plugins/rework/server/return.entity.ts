import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A return, as it was made. Inserted, never changed. */
@Entity('rework_return')
@Index('rework_return_case', ['instanceId', 'seq'], { unique: true })
@Index('rework_return_target', ['targetInstanceId', 'returnedAt'])
export class ReturnEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  /** Another one when a called process returned to its caller. */
  @RefColumn({ name: 'target_instance_id' })
  targetInstanceId: string;

  /** Counts the returns of the case. */
  @IntegerColumn()
  seq: number;

  @RefColumn({ name: 'task_id' })
  taskId: string;

  @TextColumn(120, { name: 'from_node_id' })
  fromNodeId: string;

  @TextColumn(250, { name: 'from_node_name' })
  fromNodeName: string;

  @TextColumn(120, { name: 'target_node_id' })
  targetNodeId: string;

  @TextColumn(250, { name: 'target_node_name' })
  targetNodeName: string;

  /** How often this step had returned the case then, this time included. */
  @IntegerColumn()
  round: number;

  @LongTextColumn()
  reason: string;

  @LongTextColumn()
  defects: string;

  @RefColumn({ name: 'returned_by' })
  returnedBy: string;

  @TextColumn(100, { name: 'returned_by_name' })
  returnedByName: string;

  @InstantColumn({ name: 'returned_at' })
  returnedAt: number;
}

/** Where a returned case is to go once it is corrected. Has the id of its return. */
@Entity('rework_frame')
@Index('rework_frame_case', ['instanceId', 'status'])
export class FrameEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @TextColumn(16, { name: 'target_execution_id' })
  targetExecutionId: string;

  @TextColumn(120, { name: 'target_node_id' })
  targetNodeId: string;

  @TextColumn(16, { name: 'from_execution_id' })
  fromExecutionId: string;

  @TextColumn(120, { name: 'from_node_id' })
  fromNodeId: string;

  @RefColumn({ name: 'from_person_id' })
  fromPersonId: string;

  @LongTextColumn({ name: 'from_candidates' })
  fromCandidates: string;

  @TextColumn(10)
  mode: string;

  /** `OPEN`, `DONE` or `VOID`. */
  @TextColumn(10)
  status: string;

  /** Why the case went on step by step though it was to go straight back. */
  @TextColumn(30, { nullable: true })
  because: string | null;

  @LongTextColumn({ name: 'next_node_ids' })
  nextNodeIds: string;

  /** The case data at the return, to show and judge what has changed since. */
  @LongTextColumn({ name: 'data_before' })
  dataBefore: string;

  @LongTextColumn({ nullable: true })
  answers: string | null;
}
