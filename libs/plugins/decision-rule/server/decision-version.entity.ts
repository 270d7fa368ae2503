import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One published version of a decision. Inserted, never changed. */
@Entity('decision_rule_version')
@Index('decision_rule_version_key', ['decisionKey', 'version'], { unique: true })
export class DecisionVersionEntity {
  @IdColumn()
  id: string;

  @TextColumn(100, { name: 'decision_key' })
  decisionKey: string;

  @TextColumn(200)
  name: string;

  @IntegerColumn()
  version: number;

  /** SHA-256 of the XML, hex. */
  @TextColumn(64)
  hash: string;

  @LongTextColumn()
  xml: string;

  @TextColumn(2_000)
  reason: string;

  @RefColumn({ name: 'published_by' })
  publishedBy: string;

  @InstantColumn({ name: 'published_at' })
  publishedAt: number;
}
