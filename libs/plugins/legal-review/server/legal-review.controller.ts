import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type CaseReviewReply, type OpinionBody, opinionBody, type SignatureBody, signatureBody, type TaskReviewReply } from '../model';
import { OpinionService, type ReviewActReply } from './opinion.service';
import { ReviewQueryService } from './review-query.service';
import { SignatureService } from './signature.service';

/** Reviews over HTTP: what is to be judged, opinions and signatures. Who may act is decided by the task. */
@Controller()
export class LegalReviewController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly queries: ReviewQueryService,
    private readonly opinions: OpinionService,
    private readonly signatures: SignatureService,
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
  ): Promise<ReviewActReply> {
    return this.units.run(context, (tx) => this.opinions.give(tx, taskId, body));
  }

  @Post('tasks/:taskId/signature')
  @HttpCode(200)
  @AllowSignedIn()
  sign(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(signatureBody)) body: SignatureBody,
  ): Promise<ReviewActReply> {
    return this.units.run(context, (tx) => this.signatures.sign(tx, taskId, body));
  }
}
