import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '@fashen/plugin-api/server';

/** A reader of a case. One row per person and case, however often it was sent. */
@Entity('circulate_copy')
@Index('circulate_copy_reader', ['instanceId', 'personId'], { unique: true })
@Index('circulate_copy_inbox', ['personId', 'sentAt', 'id'])
export class CopyEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  /** Unit of the reader when it was sent. */
  @RefColumn({ name: 'unit_id', nullable: true })
  unitId: string | null;

  /** When it was sent last. */
  @InstantColumn({ name: 'sent_at' })
  sentAt: number;

  /** When everything sent so far had been read. */
  @InstantColumn({ name: 'read_at', nullable: true })
  readAt: number | null;

  @InstantColumn({ name: 'withdrawn_at', nullable: true })
  withdrawnAt: number | null;
}
