import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One entry of a case's record. Inserted, never updated. */
@Entity('record_entry')
export class RecordEntryEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'varchar', length: 36 })
  instanceId: string;

  @PrimaryColumn({ type: 'int' })
  seq: number;

  @InstantColumn()
  at: number;

  @RefColumn({ name: 'actor_id' })
  actorId: string;

  @RefColumn({ name: 'on_behalf_of', nullable: true })
  onBehalfOf: string | null;

  @RefColumn({ name: 'rule_id', nullable: true })
  ruleId: string | null;

  @TextColumn(100)
  act: string;

  @LongTextColumn()
  payload: string;

  @LongTextColumn({ name: 'before_state', nullable: true })
  before: string | null;

  @LongTextColumn({ name: 'after_state', nullable: true })
  after: string | null;

  @LongTextColumn({ nullable: true })
  reason: string | null;

  @TextColumn(100, { name: 'request_id' })
  requestId: string;

  @TextColumn(64, { name: 'prev_sha256' })
  prevSha256: string;

  @TextColumn(64)
  sha256: string;

  @TextColumn(64, { name: 'prev_sm3' })
  prevSm3: string;

  @TextColumn(64)
  sm3: string;
}
