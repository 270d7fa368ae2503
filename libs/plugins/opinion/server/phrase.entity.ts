import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A phrase people use again and again. */
@Entity('opinion_phrase')
@Index('opinion_phrase_owner', ['scope', 'ownerId'])
export class PhraseEntity {
  @IdColumn()
  id: string;

  @TextColumn(20)
  scope: string;

  /** Person, unit, or process and step. */
  @TextColumn(320, { name: 'owner_id' })
  ownerId: string;

  @TextColumn(500)
  text: string;

  @IntegerColumn()
  uses: number;

  @RefColumn({ name: 'added_by' })
  addedBy: string;

  @InstantColumn({ name: 'added_at' })
  addedAt: number;
}
