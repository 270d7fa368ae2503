import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type OperationQuery, operationQuery, type UrgeTally, type UrgingBody, urgingBody } from '../model';
import { ReaderUrgingService } from './reader-urging.service';
import { UrgingService } from './urging.service';

/** Urging over HTTP. */
@Controller()
export class UrgingController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly urging: UrgingService,
    private readonly readers: ReaderUrgingService,
  ) {}

  @Post('tasks/:taskId/urging')
  @HttpCode(200)
  @AllowSignedIn()
  urge(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(urgingBody)) body: UrgingBody,
    @Query(parsedBy(operationQuery)) { dryRun = false }: OperationQuery,
  ): Promise<Operated<UrgeTally>> {
    return this.units.operate(context, { dryRun }, (tx) => this.urging.urge(tx, taskId, body));
  }

  @Get('tasks/:taskId/urging')
  @AllowSignedIn()
  tally(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<UrgeTally> {
    return this.units.read(context, (tx) => this.urging.tallyOf(tx, taskId));
  }

  @Post('copies/:copyId/urging')
  @HttpCode(200)
  @AllowSignedIn()
  urgeReader(
    @Context() context: RequestContext,
    @Param('copyId') copyId: string,
    @Body(parsedBy(urgingBody)) body: UrgingBody,
    @Query(parsedBy(operationQuery)) { dryRun = false }: OperationQuery,
  ): Promise<Operated<UrgeTally>> {
    return this.units.operate(context, { dryRun }, (tx) => this.readers.urge(tx, copyId, body));
  }
}
