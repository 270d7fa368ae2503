import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** Work for later; timers too. Deleted when done. */
@Entity('engine_job')
@Index('engine_job_unique_key', ['unique_key'], { unique: true })
@Index('engine_job_due', ['state', 'due_at', 'id'])
@Index('engine_job_of_instance', ['instance_id'])
export class JobEntity {
  @IdColumn()
  id: string;

  @TextColumn(100)
  type: string;

  /** JSON. */
  @LongTextColumn()
  payload: string;

  @TextColumn(8)
  state: 'OPEN' | 'STUCK';

  @InstantColumn()
  due_at: number;

  @RefColumn({ nullable: true })
  instance_id: string | null;

  /** Activity that the end of the job completes, or the timer it fires. */
  @TextColumn(16, { nullable: true })
  execution_id: string | null;

  @TextColumn(160, { nullable: true })
  unique_key: string | null;

  @IntegerColumn()
  attempts: number;

  /** Node that runs it; the lease ends by itself at `locked_until`. */
  @RefColumn({ nullable: true })
  locked_by: string | null;

  @InstantColumn()
  locked_until: number;

  @TextColumn(500, { nullable: true })
  last_error: string | null;

  @InstantColumn()
  created_at: number;

  @InstantColumn({ nullable: true })
  stuck_at: number | null;
}
