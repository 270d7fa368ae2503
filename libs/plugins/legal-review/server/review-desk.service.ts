import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import {
  type CaseStanding,
  type DecisionBody,
  type DisputeBody,
  type OpinionBody,
  type ReviewActReply,
  ReviewDesk,
  type SignatureBody,
} from '../model';
import { DecisionService } from './decision.service';
import { DisputeService } from './dispute.service';
import { OpinionService } from './opinion.service';
import { SignatureService } from './signature.service';

/** The acts of legal review in one place. */
@Injectable()
export class ReviewDeskService extends ReviewDesk {
  constructor(
    private readonly opinions: OpinionService,
    private readonly signatures: SignatureService,
    private readonly disputes: DisputeService,
    private readonly decisions: DecisionService,
  ) {
    super();
  }

  give(tx: Tx, taskId: string, body: OpinionBody): Promise<ReviewActReply> {
    return this.opinions.give(tx, taskId, body);
  }

  sign(tx: Tx, taskId: string, body: SignatureBody): Promise<ReviewActReply> {
    return this.signatures.sign(tx, taskId, body);
  }

  dispute(tx: Tx, taskId: string, body: DisputeBody): Promise<CaseStanding> {
    return this.disputes.dispute(tx, taskId, body);
  }

  decide(tx: Tx, taskId: string, body: DecisionBody): Promise<CaseStanding> {
    return this.decisions.decide(tx, taskId, body);
  }
}
