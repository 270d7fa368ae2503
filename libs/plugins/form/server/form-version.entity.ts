import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One published version of a form. Inserted, never changed. */
@Entity('form_version')
@Index('form_version_key', ['formKey', 'version'], { unique: true })
export class FormVersionEntity {
  @IdColumn()
  id: string;

  @TextColumn(60, { name: 'form_key' })
  formKey: string;

  @IntegerColumn()
  version: number;

  /** SHA-256 of the schema text, hex. */
  @TextColumn(64)
  hash: string;

  @LongTextColumn()
  content: string;

  @TextColumn(500)
  reason: string;

  @RefColumn({ name: 'published_by' })
  publishedBy: string;

  @InstantColumn({ name: 'published_at' })
  publishedAt: number;
}
