import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A submitted opinion. Inserted once, never changed; a correction is another row. */
@Entity('opinion_opinion')
@Index('opinion_opinion_case', ['instanceId', 'submittedAt', 'id'])
@Index('opinion_opinion_signature', ['signatureId'])
@Index('opinion_opinion_person', ['personId', 'submittedAt'])
export class OpinionEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @RefColumn({ name: 'task_id' })
  taskId: string;

  @TextColumn(200, { name: 'node_id' })
  nodeId: string;

  @TextColumn(200, { name: 'node_name' })
  nodeName: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  /** Whose task it was, when the person acted for another. */
  @RefColumn({ name: 'on_behalf_of', nullable: true })
  onBehalfOf: string | null;

  @LongTextColumn()
  text: string;

  @TextColumn(60, { nullable: true })
  result: string | null;

  /** JSON list of texts. */
  @LongTextColumn()
  clauses: string;

  /** JSON list of copies of the cited clauses that were in the library. */
  @LongTextColumn({ nullable: true })
  citations: string | null;

  @TextColumn(64)
  hash: string;

  @InstantColumn({ name: 'submitted_at' })
  submittedAt: number;

  @RefColumn({ name: 'corrects_id', nullable: true })
  correctsId: string | null;

  @TextColumn(500, { nullable: true })
  reason: string | null;

  @RefColumn({ name: 'signature_id', nullable: true })
  signatureId: string | null;
}
