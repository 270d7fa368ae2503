import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** An opinion, the signature under one, or the dispute against one. Inserted, never changed. */
@Entity('legal_review_opinion')
@Index('legal_review_opinion_case', ['instanceId', 'seq'], { unique: true })
export class OpinionEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @IntegerColumn()
  seq: number;

  /** `OPINION`, `SIGNATURE` or `DISPUTE`. */
  @TextColumn(20)
  kind: string;

  @IntegerColumn()
  round: number;

  /** The opinion that is signed or disputed. */
  @RefColumn({ name: 'opinion_id', nullable: true })
  opinionId: string | null;

  @RefColumn({ name: 'task_id' })
  taskId: string;

  @TextColumn(30, { nullable: true })
  code: string | null;

  @TextColumn(10, { nullable: true })
  depth: string | null;

  @LongTextColumn({ name: 'opinion_text' })
  opinionText: string;

  @LongTextColumn({ nullable: true })
  checklist: string | null;

  @LongTextColumn({ nullable: true })
  citations: string | null;

  @TextColumn(64, { name: 'draft_hash', nullable: true })
  draftHash: string | null;

  @RefColumn({ name: 'evaluation_id', nullable: true })
  evaluationId: string | null;

  @FlagColumn({ nullable: true })
  agrees: boolean | null;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @TextColumn(100, { name: 'person_name' })
  personName: string;

  @InstantColumn({ name: 'given_at' })
  givenAt: number;
}
