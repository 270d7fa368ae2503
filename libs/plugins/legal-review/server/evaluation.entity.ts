import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn } from '@fashen/plugin-api/server';

/** One evaluation of a case against the catalog, with what it saw. Inserted, never changed. */
@Entity('legal_review_evaluation')
@Index('legal_review_evaluation_case', ['instanceId', 'seq'], { unique: true })
export class EvaluationEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @IntegerColumn()
  seq: number;

  @LongTextColumn()
  result: string;

  @LongTextColumn()
  inputs: string;

  @LongTextColumn()
  explanation: string;

  @RefColumn({ name: 'decision_version_id' })
  decisionVersionId: string;

  @RefColumn({ name: 'hearing_version_id' })
  hearingVersionId: string;

  @RefColumn({ name: 'parameter_version_id' })
  parameterVersionId: string;

  @InstantColumn({ name: 'evaluated_at' })
  evaluatedAt: number;
}
