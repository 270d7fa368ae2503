import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One notice for one person. */
@Entity('notification_item')
@Index('notification_item_source', ['source_id', 'person_id', 'kind'], { unique: true })
@Index('notification_item_person', ['person_id', 'created_at', 'id'])
@Index('notification_item_unread', ['person_id', 'read_at'])
@Index('notification_item_created', ['created_at'])
export class NoticeEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  person_id: string;

  @TextColumn(40)
  kind: string;

  /** JSON. */
  @LongTextColumn()
  params: string;

  @RefColumn({ nullable: true })
  instance_id: string | null;

  @RefColumn({ nullable: true })
  task_id: string | null;

  /** What it follows from; with person and kind the same only once. */
  @TextColumn(64)
  source_id: string;

  @InstantColumn()
  created_at: number;

  @InstantColumn({ nullable: true })
  read_at: number | null;
}

/** Says that something changed for some principals. Written with the change, read by every node, kept for a day. */
@Entity('notification_signal')
@Index('notification_signal_at', ['at'])
export class SignalEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  seq: number;

  @InstantColumn()
  at: number;

  @TextColumn(10)
  topic: string;

  /** JSON: principals. */
  @LongTextColumn()
  principals: string;

  @RefColumn({ nullable: true })
  instance_id: string | null;
}

/** What a person chose about notices. */
@Entity('notification_setting')
export class SettingEntity {
  /** Id of the person. */
  @IdColumn()
  person_id: string;

  @TextColumn(254, { nullable: true })
  mail_address: string | null;

  /** JSON. */
  @LongTextColumn()
  mail_kinds: string;

  /** JSON. */
  @LongTextColumn({ nullable: true })
  quiet: string | null;

  @FlagColumn()
  urgent_breaks_through: boolean;

  @TextColumn(10)
  locale: string;

  @InstantColumn()
  changed_at: number;
}
