import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import {
  type JumpBody,
  type JumpReply,
  type MovedReply,
  type ReasonBody,
  type ResubmissionBody,
  type ReturnBody,
  ReworkDesk,
  type TargetsReply,
} from '../model';
import { EndingService } from './ending.service';
import { JumpService } from './jump.service';
import { ResubmissionService } from './resubmission.service';
import { ReturnService } from './return.service';
import { TakingBackService } from './taking-back.service';

/** Moves that are no return. */
@Injectable()
export class OtherMoves {
  constructor(
    readonly takingBack: TakingBackService,
    readonly jumps: JumpService,
  ) {}
}

/** The operations of this plugin in one place. */
@Injectable()
export class ReworkDeskService extends ReworkDesk {
  constructor(
    private readonly returns: ReturnService,
    private readonly resubmissions: ResubmissionService,
    private readonly endings: EndingService,
    private readonly moves: OtherMoves,
  ) {
    super();
  }

  targets(tx: Tx, taskId: string): Promise<TargetsReply> {
    return this.returns.targetsFor(tx, taskId);
  }

  giveBack(tx: Tx, taskId: string, body: ReturnBody): Promise<MovedReply> {
    return this.returns.giveBack(tx, taskId, body);
  }

  resubmit(tx: Tx, taskId: string, body: ResubmissionBody): Promise<MovedReply> {
    return this.resubmissions.resubmit(tx, taskId, body);
  }

  reject(tx: Tx, taskId: string, body: ReasonBody): Promise<MovedReply> {
    return this.endings.reject(tx, taskId, body);
  }

  takeBack(tx: Tx, taskId: string, body: ReasonBody): Promise<MovedReply> {
    return this.moves.takingBack.takeBack(tx, taskId, body);
  }

  withdraw(tx: Tx, caseId: string, body: ReasonBody): Promise<MovedReply> {
    return this.endings.withdraw(tx, caseId, body);
  }

  jump(tx: Tx, caseId: string, body: JumpBody): Promise<JumpReply> {
    return this.moves.jumps.jump(tx, caseId, body);
  }
}
