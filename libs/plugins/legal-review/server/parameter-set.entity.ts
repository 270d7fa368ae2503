import { Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One published version of a parameter set. Inserted, never changed. */
@Entity('legal_review_parameter_set')
@Index('legal_review_parameter_set_code', ['code', 'version'], { unique: true })
export class ParameterSetEntity {
  @IdColumn()
  id: string;

  @TextColumn(30)
  code: string;

  @TextColumn(100)
  name: string;

  @IntegerColumn()
  version: number;

  @LongTextColumn({ name: 'values_json' })
  valuesJson: string;

  /** SHA-256 over the canonical JSON of the values, hex. */
  @TextColumn(64)
  hash: string;

  @TextColumn(2_000)
  reason: string;

  @RefColumn({ name: 'published_by' })
  publishedBy: string;

  @InstantColumn({ name: 'published_at' })
  publishedAt: number;
}

/** Which set is in force: the row with the highest number. Inserted, never changed. */
@Entity('legal_review_activation')
export class ActivationEntity {
  @PrimaryColumn({ type: 'int' })
  seq: number;

  @TextColumn(30)
  code: string;

  @TextColumn(2_000)
  reason: string;

  @RefColumn({ name: 'activated_by' })
  activatedBy: string;

  @InstantColumn({ name: 'activated_at' })
  activatedAt: number;
}
