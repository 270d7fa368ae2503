import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type RecordEntryReply, type RecordQuery, recordQuery, type Verification } from '../model';
import { RecordService } from './record.service';

/** The record over HTTP. Nothing here writes: the record is written by what happens. */
@Controller()
export class RecordController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: RecordService,
  ) {}

  @Get('cases/:caseId/record')
  @AllowSignedIn()
  list(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Query(parsedBy(recordQuery)) query: RecordQuery,
  ): Promise<Page<RecordEntryReply>> {
    return this.units.read(context, (tx) => this.service.list(tx, caseId, query));
  }

  @Get('cases/:caseId/record/verification')
  @AllowSignedIn()
  verifyCase(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<Verification> {
    return this.units.read(context, (tx) => this.service.verifyCase(tx, caseId));
  }

  @Get('record/verification')
  @Allow('record.verify')
  verifyAll(@Context() context: RequestContext): Promise<Verification> {
    return this.units.read(context, (tx) => this.service.verifyAll(tx));
  }
}
