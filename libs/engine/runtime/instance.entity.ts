import { Entity, Index } from 'typeorm';
import type { InstanceStatus } from '@fashen/plugin-api';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A process instance: its saved position, its data and its trail in one row, written by one statement. */
@Entity('engine_instance')
@Index('engine_instance_business_key', ['definition_key', 'business_key'], { unique: true })
@Index('engine_instance_by_key', ['definition_key', 'id'])
@Index('engine_instance_by_starter', ['started_by', 'id'])
@Index('engine_instance_by_status', ['status', 'id'])
@Index('engine_instance_by_unit', ['unit_id', 'id'])
@Index('engine_instance_by_parent', ['parent_id', 'parent_execution_id'])
export class InstanceEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  definition_id: string;

  @TextColumn(100)
  definition_key: string;

  @IntegerColumn()
  definition_version: number;

  @TextColumn(100)
  business_key: string;

  @TextColumn(250)
  title: string;

  @TextColumn(12)
  status: InstanceStatus;

  @IntegerColumn()
  revision: number;

  @LongTextColumn()
  state: string;

  @LongTextColumn()
  variables: string;

  @LongTextColumn()
  trail: string;

  /** Steps of the course, one JSON per line. Absent for instances that are older than this column: they cannot be moved back. */
  @LongTextColumn({ nullable: true })
  course: string | null;

  /** What plugins keep about it, a JSON list. Absent for instances that are older than this column: anything may be kept about them. */
  @LongTextColumn({ nullable: true })
  flags: string | null;

  @RefColumn()
  started_by: string;

  @RefColumn({ nullable: true })
  unit_id: string | null;

  @InstantColumn()
  started_at: number;

  @InstantColumn({ nullable: true })
  ended_at: number | null;

  @TextColumn(120, { nullable: true })
  end_node_id: string | null;

  @RefColumn({ nullable: true })
  parent_id: string | null;

  @TextColumn(16, { nullable: true })
  parent_execution_id: string | null;
}

/** A message an instance waits for, or one that starts a process (then without instance). */
@Entity('engine_subscription')
@Index('engine_subscription_of_instance', ['instance_id', 'execution_id'])
@Index('engine_subscription_by_name', ['definition_key', 'message_name'])
export class SubscriptionEntity {
  @IdColumn()
  id: string;

  @TextColumn(200)
  message_name: string;

  @TextColumn(100)
  definition_key: string;

  @RefColumn()
  definition_id: string;

  @TextColumn(120)
  node_id: string;

  @RefColumn({ nullable: true })
  instance_id: string | null;

  @TextColumn(16, { nullable: true })
  execution_id: string | null;

  @InstantColumn()
  created_at: number;
}
