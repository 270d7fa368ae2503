import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One published version of all clauses. Inserted, never changed. */
@Entity('legal_basis_version')
@Index('legal_basis_version_version', ['version'], { unique: true })
export class LibraryVersionEntity {
  @IdColumn()
  id: string;

  @IntegerColumn()
  version: number;

  @LongTextColumn({ name: 'clauses_json' })
  clausesJson: string;

  @IntegerColumn({ name: 'clause_count' })
  clauseCount: number;

  @TextColumn(64)
  hash: string;

  @TextColumn(300)
  source: string;

  @TextColumn(2_000)
  reason: string;

  @RefColumn({ name: 'published_by' })
  publishedBy: string;

  @InstantColumn({ name: 'published_at' })
  publishedAt: number;
}
