import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';
import type { ItemState, MigrationState } from '../model';

/** A plan to let the running cases of a version go on in another one. */
@Entity('case_control_migration')
@Index('case_control_migration_time', ['plannedAt', 'id'])
export class MigrationEntity {
  @IdColumn()
  id: string;

  @TextColumn(100, { name: 'process_key' })
  processKey: string;

  @IntegerColumn({ name: 'from_version' })
  fromVersion: number;

  @IntegerColumn({ name: 'to_version' })
  toVersion: number;

  @RefColumn({ name: 'to_definition_id' })
  toDefinitionId: string;

  @LongTextColumn({ name: 'nodes_json' })
  nodesJson: string;

  @TextColumn(500)
  reason: string;

  @TextColumn(20)
  state: MigrationState;

  @RefColumn({ name: 'planned_by' })
  plannedBy: string;

  @InstantColumn({ name: 'planned_at' })
  plannedAt: number;
}

/** One case of a migration. */
@Entity('case_control_migration_item')
@Index('case_control_item_seq', ['migrationId', 'seq'], { unique: true })
@Index('case_control_item_case', ['migrationId', 'instanceId'], { unique: true })
@Index('case_control_item_state', ['migrationId', 'state', 'seq'])
export class MigrationItemEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'migration_id' })
  migrationId: string;

  @IntegerColumn()
  seq: number;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @TextColumn(100, { name: 'business_key' })
  businessKey: string;

  @TextColumn(20)
  state: ItemState;

  /** Why it does not fit, or what failed. */
  @LongTextColumn({ name: 'verdict_json', nullable: true })
  verdictJson: string | null;
}
