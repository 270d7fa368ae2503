import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type AddSignersBody,
  addSignersBody,
  type AdviceBody,
  adviceBody,
  type AskBody,
  askBody,
  type OperateQuery,
  operateQuery,
  type ReasonBody,
  reasonBody,
  type RemoveSignerBody,
  removeSignerBody,
  type TransferBody,
  transferBody,
  type VoteBody,
  voteBody,
} from '../model';
import { HolderService } from './holder.service';
import { SignerService } from './signer.service';
import { VoteService } from './vote.service';

const mode = (): ParameterDecorator => Query(parsedBy(operateQuery));

/** Signing together over HTTP. Every operation answers what it did; with `dryRun=true` what it would do. */
@Controller('tasks/:taskId')
export class ApprovalController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly votes: VoteService,
    private readonly holders: HolderService,
    private readonly signers: SignerService,
  ) {}

  @Post('agreement')
  @HttpCode(200)
  @AllowSignedIn()
  agree(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(voteBody)) body: VoteBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.votes.vote(tx, taskId, 'agree', body));
  }

  @Post('objection')
  @HttpCode(200)
  @AllowSignedIn()
  object(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(voteBody)) body: VoteBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.votes.vote(tx, taskId, 'against', body));
  }

  @Post('abstention')
  @HttpCode(200)
  @AllowSignedIn()
  abstain(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(voteBody)) body: VoteBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.votes.vote(tx, taskId, 'abstain', body));
  }

  @Post('advice')
  @HttpCode(200)
  @AllowSignedIn()
  advise(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(adviceBody)) body: AdviceBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.votes.advise(tx, taskId, body));
  }

  @Post('vote-withdrawal')
  @HttpCode(200)
  @AllowSignedIn()
  takeBack(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(reasonBody)) body: ReasonBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.votes.takeBack(tx, taskId, body));
  }

  @Post('transfer')
  @HttpCode(200)
  @AllowSignedIn()
  transfer(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(transferBody)) body: TransferBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.holders.transfer(tx, taskId, body));
  }

  @Post('delegation')
  @HttpCode(200)
  @AllowSignedIn()
  delegate(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(askBody)) body: AskBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.holders.delegate(tx, taskId, body));
  }

  @Post('seat-rework')
  @HttpCode(200)
  @AllowSignedIn()
  rework(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(askBody)) body: AskBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.holders.rework(tx, taskId, body));
  }

  @Post('delegation-revocation')
  @HttpCode(200)
  @AllowSignedIn()
  revoke(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(reasonBody)) body: ReasonBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.holders.revoke(tx, taskId, body));
  }

  @Post('added-signers')
  @HttpCode(200)
  @AllowSignedIn()
  addSigners(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(addSignersBody)) body: AddSignersBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.signers.add(tx, taskId, body));
  }

  @Post('removed-signer')
  @HttpCode(200)
  @AllowSignedIn()
  removeSigner(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @mode() query: OperateQuery,
    @Body(parsedBy(removeSignerBody)) body: RemoveSignerBody,
  ): Promise<Answer> {
    return this.operate(context, query, taskId, (tx) => this.signers.remove(tx, taskId, body));
  }

  /** Says which task it was about; what else came of it stands in `affected`. */
  private operate(context: RequestContext, { dryRun }: OperateQuery, taskId: string, work: (tx: Tx) => Promise<unknown>): Promise<Answer> {
    return this.units.operate(context, { dryRun }, async (tx) => {
      await work(tx);
      return { taskId };
    });
  }
}

/** The answer of every operation here. */
export type Answer = Operated<{ readonly taskId: string }>;
