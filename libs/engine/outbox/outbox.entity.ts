import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One event for one `afterCommit` subscriber. Deleted when delivered. */
@Entity('engine_outbox')
@Index('engine_outbox_delivery', ['event_id', 'subscriber'], { unique: true })
@Index('engine_outbox_due', ['state', 'due_at', 'id'])
export class OutboxEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  event_id: string;

  @TextColumn(150)
  subscriber: string;

  /** JSON of the event. */
  @LongTextColumn()
  event: string;

  /** JSON of the request context that caused it. */
  @LongTextColumn()
  context: string;

  @TextColumn(8)
  state: 'OPEN' | 'STUCK';

  @InstantColumn()
  due_at: number;

  @IntegerColumn()
  attempts: number;

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
