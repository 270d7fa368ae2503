import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** What a person has written and not yet submitted. Belongs to its author alone. */
@Entity('opinion_draft')
@Index('opinion_draft_author', ['taskId', 'personId'], { unique: true })
@Index('opinion_draft_node', ['instanceId', 'nodeId', 'personId'])
export class DraftEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'task_id' })
  taskId: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @TextColumn(200, { name: 'node_id' })
  nodeId: string;

  @LongTextColumn({ nullable: true })
  opinion: string | null;

  @LongTextColumn({ nullable: true })
  form: string | null;

  @IntegerColumn({ name: 'base_version' })
  baseVersion: number;

  @IntegerColumn({ default: 0 })
  revision: number;

  /** When the opinion was saved last; of a draft without one, when it was begun. */
  @InstantColumn({ name: 'saved_at' })
  savedAt: number;

  /** Saves of the answers, which are counted apart from those of the opinion. */
  @IntegerColumn({ name: 'form_revision', default: 0 })
  formRevision: number;

  @InstantColumn({ name: 'form_saved_at', nullable: true })
  formSavedAt: number | null;
}
