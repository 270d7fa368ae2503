import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** The draft as it was at a moment that matters: drafted, heard or discussed. Inserted, never changed. */
@Entity('legal_review_draft')
@Index('legal_review_draft_case', ['instanceId', 'seq'], { unique: true })
export class FrozenDraftEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @IntegerColumn()
  seq: number;

  @TextColumn(20)
  cause: string;

  @TextColumn(64)
  sha256: string;

  @TextColumn(64)
  sm3: string;

  /** Canonical JSON of draft and party. */
  @LongTextColumn()
  content: string;

  @RefColumn({ name: 'frozen_by' })
  frozenBy: string;

  @InstantColumn({ name: 'frozen_at' })
  frozenAt: number;
}
