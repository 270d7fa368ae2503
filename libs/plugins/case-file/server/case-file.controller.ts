import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type InstanceSummary, type InstanceView, type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CaseListQuery,
  caseListQuery,
  type CaseReply,
  type DiagramReply,
  type MessageBody,
  messageBody,
  type StartBody,
  startBody,
} from '../model';
import { CaseActingService } from './case-acting.service';
import { CaseReadingService } from './case-reading.service';
import { StartCaseService } from './start-case.service';

/** Case files over HTTP. */
@Controller('cases')
export class CaseFileController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly starting: StartCaseService,
    private readonly reading: CaseReadingService,
    private readonly acting: CaseActingService,
  ) {}

  @Post()
  @Allow('case.start')
  start(@Context() context: RequestContext, @Body(parsedBy(startBody)) body: StartBody): Promise<InstanceView> {
    return this.units.run(context, (tx) => this.starting.start(tx, body));
  }

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Query(parsedBy(caseListQuery)) query: CaseListQuery): Promise<Page<InstanceSummary>> {
    return this.units.read(context, (tx) => this.reading.list(tx, query));
  }

  @Get(':caseId')
  @AllowSignedIn()
  get(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<CaseReply> {
    return this.units.read(context, (tx) => this.reading.get(tx, caseId));
  }

  @Get(':caseId/diagram')
  @AllowSignedIn()
  diagram(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<DiagramReply> {
    return this.units.read(context, (tx) => this.reading.diagram(tx, caseId));
  }

  @Post(':caseId/messages')
  @HttpCode(200)
  @AllowSignedIn()
  message(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(messageBody)) body: MessageBody,
  ): Promise<InstanceView> {
    return this.units.run(context, (tx) => this.acting.message(tx, caseId, body));
  }
}
