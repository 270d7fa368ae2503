import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';
import type { ItemKind, ItemState } from '../model';

/** Somebody leaves, somebody takes over. */
@Entity('deputy_hand_over')
@Index('deputy_hand_over_created', ['created_at'])
export class HandOverEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  leaver_id: string;

  @RefColumn({ nullable: true })
  successor_id: string | null;

  @RefColumn({ nullable: true })
  successor_role: string | null;

  @LongTextColumn()
  reason: string;

  @RefColumn()
  created_by: string;

  @InstantColumn()
  created_at: number;
}

/** One thing to hand over, and what became of it. */
@Entity('deputy_hand_over_item')
@Index('deputy_hand_over_item_of', ['hand_over_id', 'seq'], { unique: true })
export class HandOverItemEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  hand_over_id: string;

  @IntegerColumn()
  seq: number;

  @TextColumn(12)
  kind: ItemKind;

  @TextColumn(120)
  ref_id: string;

  @TextColumn(250)
  title: string;

  @TextColumn(8)
  state: ItemState;

  @TextColumn(100, { nullable: true })
  code: string | null;

  /** JSON. */
  @LongTextColumn({ nullable: true })
  params: string | null;

  @RefColumn({ nullable: true })
  successor_id: string | null;

  @InstantColumn({ nullable: true })
  settled_at: number | null;
}
