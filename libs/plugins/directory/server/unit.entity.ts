import { Entity } from 'typeorm';
import { IdColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A unit of the bureau. */
@Entity('directory_unit')
export class UnitEntity {
  @IdColumn()
  id: string;

  @TextColumn(100)
  name: string;

  @RefColumn({ name: 'parent_id', nullable: true })
  parentId: string | null;

  /** Who leads it. */
  @RefColumn({ name: 'head_id', nullable: true })
  headId: string | null;

  /** Head of the bureau it answers to. */
  @RefColumn({ name: 'leader_id', nullable: true })
  leaderId: string | null;
}
