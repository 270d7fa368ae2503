import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type DecisionBody, decisionBody, type DisputeBody, disputeBody } from '../model';
import { DecisionService } from './decision.service';
import { DisputeService } from './dispute.service';
import type { CaseStanding } from './review-task.service';

/** What others do with a review over HTTP: heads decide, the handling unit disputes. Who may act is decided by the task. */
@Controller('tasks/:taskId')
export class DecisionController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly decisions: DecisionService,
    private readonly disputes: DisputeService,
  ) {}

  @Post('decision')
  @HttpCode(200)
  @AllowSignedIn()
  decide(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(decisionBody)) body: DecisionBody,
  ): Promise<CaseStanding> {
    return this.units.run(context, (tx) => this.decisions.decide(tx, taskId, body));
  }

  @Post('dispute')
  @HttpCode(200)
  @AllowSignedIn()
  dispute(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(disputeBody)) body: DisputeBody,
  ): Promise<CaseStanding> {
    return this.units.run(context, (tx) => this.disputes.dispute(tx, taskId, body));
  }
}
