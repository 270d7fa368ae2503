import { Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A published version of a process. Inserted, never updated. */
@Entity('engine_definition')
@Index('engine_definition_version', ['definition_key', 'version'], { unique: true })
export class DefinitionEntity {
  @IdColumn()
  id: string;

  @TextColumn(100)
  definition_key: string;

  @IntegerColumn()
  version: number;

  @TextColumn(250)
  name: string;

  @TextColumn(64)
  hash: string;

  @LongTextColumn()
  xml: string;

  @RefColumn()
  published_by: string;

  @InstantColumn()
  published_at: number;

  @LongTextColumn()
  reason: string;
}

/** A model somebody works on. */
@Entity('engine_draft')
export class DraftEntity {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  definition_key: string;

  @TextColumn(250)
  name: string;

  @LongTextColumn()
  xml: string;

  @IntegerColumn()
  revision: number;

  @RefColumn()
  updated_by: string;

  @InstantColumn()
  updated_at: number;
}
