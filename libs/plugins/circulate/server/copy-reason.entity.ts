import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** Why somebody got a case: one row each time it was sent. */
@Entity('circulate_reason')
@Index('circulate_reason_case', ['instanceId', 'sentAt', 'id'])
@Index('circulate_reason_copy', ['copyId'])
export class CopyReasonEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'copy_id' })
  copyId: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @TextColumn(20)
  mode: string;

  @TextColumn(20)
  source: string;

  @TextColumn(200, { name: 'node_id', nullable: true })
  nodeId: string | null;

  @RefColumn({ name: 'sent_by' })
  sentBy: string;

  @InstantColumn({ name: 'sent_at' })
  sentAt: number;

  @TextColumn(500, { nullable: true })
  reason: string | null;

  @InstantColumn({ name: 'read_at', nullable: true })
  readAt: number | null;

  @InstantColumn({ name: 'withdrawn_at', nullable: true })
  withdrawnAt: number | null;
}
