import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CirculationReply,
  type CopyListQuery,
  copyListQuery,
  type CopyReply,
  type OperationQuery,
  operationQuery,
  type ReadersBody,
  readersBody,
  type SentReply,
} from '../model';
import { CirculationService } from './circulation.service';
import { CopyListService } from './copy-list.service';
import { SendingService } from './sending.service';

/** Copies and circulation over HTTP. */
@Controller()
export class CirculateController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly sending: SendingService,
    private readonly circulation: CirculationService,
    private readonly lists: CopyListService,
  ) {}

  @Get('copies')
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Query(parsedBy(copyListQuery)) query: CopyListQuery): Promise<Page<CopyReply>> {
    return this.units.read(context, (tx) => this.lists.list(tx, query));
  }

  @Get('copies/counts')
  @AllowSignedIn()
  counts(@Context() context: RequestContext): Promise<{ unread: number }> {
    return this.units.read(context, (tx) => this.lists.counts(tx));
  }

  @Get('cases/:caseId/copies')
  @AllowSignedIn()
  show(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<CirculationReply> {
    return this.units.read(context, (tx) => this.circulation.show(tx, caseId));
  }

  @Post('cases/:caseId/copies')
  @HttpCode(200)
  @AllowSignedIn()
  copy(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(readersBody)) body: ReadersBody,
    @Query(parsedBy(operationQuery)) { dryRun = false }: OperationQuery,
  ): Promise<Operated<SentReply>> {
    return this.units.operate(context, { dryRun }, (tx) => this.sending.send(tx, caseId, 'copy', body));
  }

  @Post('cases/:caseId/circulation')
  @HttpCode(200)
  @AllowSignedIn()
  circulate(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(readersBody)) body: ReadersBody,
    @Query(parsedBy(operationQuery)) { dryRun = false }: OperationQuery,
  ): Promise<Operated<SentReply>> {
    return this.units.operate(context, { dryRun }, (tx) => this.sending.send(tx, caseId, 'circulation', body));
  }

  @Delete('cases/:caseId/copies/:copyId')
  @AllowSignedIn()
  withdraw(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Param('copyId') copyId: string,
    @Query(parsedBy(operationQuery)) { dryRun = false }: OperationQuery,
  ): Promise<Operated<{ readonly copyId: string }>> {
    return this.units.operate(context, { dryRun }, (tx) => this.sending.withdraw(tx, caseId, copyId));
  }
}
