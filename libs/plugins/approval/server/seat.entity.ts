import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, IntegerColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';
import type { SeatKind, SeatStatus } from '../model';

/** A seat of a visit: a vote, or work for the holder of one. Keyed by the id of its task, which exists from the time the seat starts. Never deleted. */
@Entity('approval_seat')
@Index('approval_seat_visit', ['visit_id', 'order_no', 'id'])
@Index('approval_seat_holder', ['person_id', 'status'])
export class SeatEntity {
  @IdColumn()
  id: string;

  @RefColumn()
  instance_id: string;

  @TextColumn(120)
  node_id: string;

  @RefColumn()
  visit_id: string;

  @TextColumn(8)
  kind: SeatKind;

  @TextColumn(16)
  status: SeatStatus;

  @RefColumn()
  person_id: string;

  /** Person the rule of the node named. */
  @RefColumn()
  first_person_id: string;

  @IntegerColumn()
  order_no: number;

  @IntegerColumn()
  weight: number;

  @FlagColumn()
  has_veto: boolean;

  @FlagColumn()
  is_mandatory: boolean;

  @FlagColumn()
  is_chair: boolean;

  /** The task whose holder asked. */
  @RefColumn({ nullable: true })
  asked_by: string | null;

  @RefColumn({ nullable: true })
  ask_id: string | null;

  @RefColumn({ nullable: true })
  added_by: string | null;

  @InstantColumn()
  created_at: number;
}

/** What was asked of several people at once. */
@Entity('approval_ask')
@Index('approval_ask_task', ['task_id'])
export class AskEntity {
  @IdColumn()
  id: string;

  /** The task whose holder asked. */
  @RefColumn()
  task_id: string;

  @TextColumn(8)
  kind: string;

  /** `parallel` or `sequential`. */
  @TextColumn(12)
  turns: string;

  /** `all`, `any` or `ratio`. */
  @TextColumn(8)
  rule: string;

  @TextColumn(12, { nullable: true })
  threshold: string | null;

  @FlagColumn()
  child_veto: boolean;

  @RefColumn()
  asked_by: string;

  @InstantColumn()
  created_at: number;
}
