import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CaseClocksReply,
  type Clock,
  type DryRunQuery,
  dryRunQuery,
  type ExtensionBody,
  extensionBody,
  type ExtensionDecisionBody,
  extensionDecisionBody,
  type HoldBody,
  holdBody,
  type ResumeBody,
  resumeBody,
} from '../model';
import { ClockOperationService, type ClockPlace } from './clock-operation.service';
import { ClockQueryService } from './clock-query.service';

const modeOf = ({ dryRun = false }: DryRunQuery): { dryRun: boolean } => ({ dryRun });

/** Clocks of a case over HTTP. */
@Controller('cases/:caseId/clocks')
export class ClockController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly operations: ClockOperationService,
    private readonly queries: ClockQueryService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<CaseClocksReply> {
    return this.units.read(context, (tx) => this.queries.ofCase(tx, caseId));
  }

  @Post(':clockId/hold')
  @HttpCode(200)
  @AllowSignedIn()
  hold(
    @Context() context: RequestContext,
    @Param() place: ClockPlace,
    @Body(parsedBy(holdBody)) body: HoldBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Clock>> {
    return this.units.operate(context, modeOf(query), (tx) => this.operations.hold(tx, place, body));
  }

  @Post(':clockId/resumption')
  @HttpCode(200)
  @AllowSignedIn()
  resume(
    @Context() context: RequestContext,
    @Param() place: ClockPlace,
    @Body(parsedBy(resumeBody)) body: ResumeBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Clock>> {
    return this.units.operate(context, modeOf(query), (tx) => this.operations.resume(tx, place, body));
  }

  @Post(':clockId/supplement')
  @HttpCode(200)
  @AllowSignedIn()
  handIn(
    @Context() context: RequestContext,
    @Param() place: ClockPlace,
    @Body(parsedBy(resumeBody)) body: ResumeBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Clock>> {
    return this.units.operate(context, modeOf(query), (tx) => this.operations.handIn(tx, place, body));
  }

  @Post(':clockId/extension-request')
  @HttpCode(200)
  @AllowSignedIn()
  requestExtension(
    @Context() context: RequestContext,
    @Param() place: ClockPlace,
    @Body(parsedBy(extensionBody)) body: ExtensionBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Clock>> {
    return this.units.operate(context, modeOf(query), (tx) => this.operations.requestExtension(tx, place, body));
  }

  @Post(':clockId/extension-approval')
  @HttpCode(200)
  @AllowSignedIn()
  decideExtension(
    @Context() context: RequestContext,
    @Param() place: ClockPlace,
    @Body(parsedBy(extensionDecisionBody)) body: ExtensionDecisionBody,
    @Query(parsedBy(dryRunQuery)) query: DryRunQuery,
  ): Promise<Operated<Clock>> {
    return this.units.operate(context, modeOf(query), (tx) => this.operations.decideExtension(tx, place, body));
  }
}
