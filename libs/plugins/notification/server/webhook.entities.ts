import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A receiver of events outside. */
@Entity('notification_webhook')
export class WebhookEntity {
  @IdColumn()
  id: string;

  @TextColumn(60)
  name: string;

  @TextColumn(500)
  url: string;

  /** Sealed if the setting `secretKey` is given. */
  @TextColumn(500)
  secret: string;

  /** JSON: filters. */
  @LongTextColumn()
  events: string;

  @FlagColumn()
  active: boolean;

  @InstantColumn()
  created_at: number;

  @InstantColumn({ nullable: true })
  failing_since: number | null;
}

/** An event some webhook wanted, as it leaves. */
@Entity('notification_event')
@Index('notification_event_id', ['id'], { unique: true })
@Index('notification_event_at', ['at'])
export class EventEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  seq: number;

  @RefColumn()
  id: string;

  @TextColumn(150)
  name: string;

  /** JSON: CloudEvents 1.0. */
  @LongTextColumn()
  body: string;

  @InstantColumn()
  at: number;
}

/** One event on its way to one webhook. */
@Entity('notification_delivery')
@Index('notification_delivery_webhook', ['webhook_id', 'created_at', 'id'])
@Index('notification_delivery_created', ['created_at'])
export class DeliveryEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  webhook_id: string;

  @RefColumn()
  event_id: string;

  @TextColumn(8)
  state: 'OPEN' | 'DONE' | 'FAILED';

  @IntegerColumn()
  attempts: number;

  @IntegerColumn({ nullable: true })
  status: number | null;

  @TextColumn(20, { nullable: true })
  problem: string | null;

  @InstantColumn()
  created_at: number;

  @InstantColumn({ nullable: true })
  attempted_at: number | null;
}
