import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A signature over the snapshot of what was shown. Inserted once, never changed. */
@Entity('opinion_signature')
@Index('opinion_signature_task', ['taskId', 'personId', 'signedAt'])
export class SignatureEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @RefColumn({ name: 'task_id' })
  taskId: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @TextColumn(20)
  method: string;

  /** Canonical JSON; exactly what was hashed. */
  @LongTextColumn()
  snapshot: string;

  /** Canonical JSON of the answers that were signed. */
  @LongTextColumn()
  shown: string;

  @TextColumn(64)
  hash: string;

  @InstantColumn({ name: 'signed_at' })
  signedAt: number;
}
