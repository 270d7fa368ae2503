import type { InstanceView, Tx } from '@fashen/plugin-api';
import type { DecisionBody, DisputeBody, OpinionBody, SignatureBody } from './legal-review.schema';

/** How a case stands after an act. */
export type CaseStanding = Pick<InstanceView, 'id' | 'status' | 'revision'>;

/** An opinion or signature that was taken. */
export interface ReviewActReply {
  readonly opinionId: string;
  readonly round: number;
  readonly instance: CaseStanding;
}

/**
 * The acts of legal review, each of which ends a task. Whoever holds the task acts; refusals are `legal-review.*`.
 * A port, so that another way in (a counter, a phone) passes the same checks as the web.
 */
export abstract class ReviewDesk {
  /** Gives an opinion on the draft as it stands. */
  abstract give(tx: Tx, taskId: string, body: OpinionBody): Promise<ReviewActReply>;
  /** Signs the latest opinion, or refuses to. */
  abstract sign(tx: Tx, taskId: string, body: SignatureBody): Promise<ReviewActReply>;
  /** Disputes the latest failing opinion. */
  abstract dispute(tx: Tx, taskId: string, body: DisputeBody): Promise<CaseStanding>;
  /** Approves or rejects. An approval passes the gate or is refused. */
  abstract decide(tx: Tx, taskId: string, body: DecisionBody): Promise<CaseStanding>;
}
