import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CaseReviewReply,
  type CaseStanding,
  type DecisionBody,
  decisionBody,
  type DisputeBody,
  disputeBody,
  type DryRunQuery,
  dryRunQuery,
  type OpinionBody,
  opinionBody,
  type ReviewActReply,
  ReviewDesk,
  type SignatureBody,
  signatureBody,
  type TaskReviewReply,
} from '../model';
import { ReviewQueryService } from './review-query.service';

/** Review, signature, dispute and decision over HTTP. Who may act is decided by the task. */
@Controller()
export class LegalReviewController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly queries: ReviewQueryService,
    private readonly desk: ReviewDesk,
  ) {}

  @Get('cases/:caseId/review')
  @AllowSignedIn()
  ofCase(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<CaseReviewReply> {
    return this.units.read(context, (tx) => this.queries.ofCase(tx, caseId));
  }

  @Get('tasks/:taskId/review')
  @AllowSignedIn()
  ofTask(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<TaskReviewReply> {
    return this.units.read(context, (tx) => this.queries.ofTask(tx, taskId));
  }

  @Post('tasks/:taskId/opinion')
  @HttpCode(200)
  @AllowSignedIn()
  give(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(opinionBody)) body: OpinionBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery = {},
  ): Promise<ReviewActReply | Operated<ReviewActReply>> {
    return this.act(context, query, (tx) => this.desk.give(tx, taskId, body));
  }

  @Post('tasks/:taskId/signature')
  @HttpCode(200)
  @AllowSignedIn()
  sign(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(signatureBody)) body: SignatureBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery = {},
  ): Promise<ReviewActReply | Operated<ReviewActReply>> {
    return this.act(context, query, (tx) => this.desk.sign(tx, taskId, body));
  }

  @Post('tasks/:taskId/decision')
  @HttpCode(200)
  @AllowSignedIn()
  decide(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(decisionBody)) body: DecisionBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery = {},
  ): Promise<CaseStanding | Operated<CaseStanding>> {
    return this.act(context, query, (tx) => this.desk.decide(tx, taskId, body));
  }

  @Post('tasks/:taskId/dispute')
  @HttpCode(200)
  @AllowSignedIn()
  dispute(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(disputeBody)) body: DisputeBody,
  ): Promise<CaseStanding> {
    return this.units.run(context, (tx) => this.desk.dispute(tx, taskId, body));
  }

  private act<T>(context: RequestContext, { dryRun = false }: DryRunQuery, work: (tx: Tx) => Promise<T>): Promise<T | Operated<T>> {
    return dryRun ? this.units.operate(context, { dryRun }, work) : this.units.run(context, work);
  }
}
