import { Entity, Index } from 'typeorm';
import { LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';
import { LeasedEntity } from './leased.entity';

/** Work for later; timers too. Deleted when done. */
@Entity('engine_job')
@Index('engine_job_unique_key', ['unique_key'], { unique: true })
@Index('engine_job_due', ['state', 'due_at', 'id'])
@Index('engine_job_of_instance', ['instance_id'])
export class JobEntity extends LeasedEntity {
  @TextColumn(100)
  type: string;

  /** JSON. */
  @LongTextColumn()
  payload: string;

  @RefColumn({ nullable: true })
  instance_id: string | null;

  /** Activity that the end of the job completes, or the timer it fires. */
  @TextColumn(16, { nullable: true })
  execution_id: string | null;

  @TextColumn(160, { nullable: true })
  unique_key: string | null;
}
