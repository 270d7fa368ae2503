import { Entity, Index } from 'typeorm';
import { LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';
import { LeasedEntity } from '../job/leased.entity';

/** One event for one `afterCommit` subscriber. Deleted when delivered. */
@Entity('engine_outbox')
@Index('engine_outbox_delivery', ['event_id', 'subscriber'], { unique: true })
@Index('engine_outbox_due', ['state', 'due_at', 'id'])
export class OutboxEntity extends LeasedEntity {
  @RefColumn()
  event_id: string;

  @TextColumn(150)
  subscriber: string;

  /** JSON of the event. */
  @LongTextColumn()
  event: string;

  /** JSON of actor, language and request id of the one who caused it. */
  @LongTextColumn()
  context: string;
}
