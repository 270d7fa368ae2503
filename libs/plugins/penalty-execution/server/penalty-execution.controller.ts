import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type DryRunQuery,
  dryRunQuery,
  type ExecutionReply,
  type FilingBody,
  filingBody,
  type OutcomeBody,
  outcomeBody,
  type Remedy,
  type WithdrawalBody,
  withdrawalBody,
} from '../model';
import { ExecutionQueryService, PUBLICATION, REMEDIES } from './execution-query.service';
import { RemedyService } from './remedy.service';

const modeOf = ({ dryRun = false }: DryRunQuery): { dryRun: boolean } => ({ dryRun });

/** What comes after a decision, over HTTP. */
@Controller('cases/:caseId')
export class PenaltyExecutionController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly remedies: RemedyService,
    private readonly queries: ExecutionQueryService,
  ) {}

  @Get('execution')
  @AllowSignedIn()
  ofCase(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<ExecutionReply> {
    return this.units.read(context, (tx) => this.queries.ofCase(tx, caseId));
  }

  @Post('remedies')
  @HttpCode(200)
  @Allow(REMEDIES)
  file(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(filingBody)) body: FilingBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Remedy>> {
    return this.units.operate(context, modeOf(query), (tx) => this.remedies.file(tx, caseId, body));
  }

  @Post('remedies/:remedyId/outcome')
  @HttpCode(200)
  @Allow(REMEDIES)
  decide(
    @Context() context: RequestContext,
    @Param() { caseId, remedyId }: { caseId: string; remedyId: string },
    @Body(parsedBy(outcomeBody)) body: OutcomeBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Remedy>> {
    return this.units.operate(context, modeOf(query), (tx) => this.remedies.decide(tx, caseId, remedyId, body));
  }

  @Post('publication-withdrawal')
  @HttpCode(200)
  @Allow(PUBLICATION)
  withdraw(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(withdrawalBody)) body: WithdrawalBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Remedy>> {
    return this.units.operate(context, modeOf(query), (tx) => this.remedies.withdraw(tx, caseId, body));
  }
}
