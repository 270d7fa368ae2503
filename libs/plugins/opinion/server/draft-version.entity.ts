import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn } from '@fashen/plugin-api/server';

/** A version of a draft that was kept on purpose. Goes when the opinion is submitted. */
@Entity('opinion_draft_version')
@Index('opinion_draft_version_author', ['taskId', 'personId', 'no'], { unique: true })
export class DraftVersionEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'task_id' })
  taskId: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @IntegerColumn()
  no: number;

  @LongTextColumn()
  opinion: string;

  @InstantColumn({ name: 'saved_at' })
  savedAt: number;
}
