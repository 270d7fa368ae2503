import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type ControlRequestReply, type DryRunQuery, dryRunQuery, type ReasonBody, reasonBody } from '../model';
import { type ControlOrder, type ControlReply, ControlService } from './control.service';

/** Operations on cases as a whole. */
@Controller()
export class ControlController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: ControlService,
  ) {}

  @Post('cases/:caseId/suspension')
  @HttpCode(200)
  @Allow('case-control.suspend')
  suspend(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(reasonBody)) { reason }: ReasonBody,
    @Query(parsedBy(dryRunQuery)) { dryRun = false }: DryRunQuery,
  ): Promise<Operated<ControlReply>> {
    return this.operate(context, { caseId, action: 'suspend', reason, dryRun });
  }

  @Post('cases/:caseId/resumption')
  @HttpCode(200)
  @Allow('case-control.suspend')
  resume(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(reasonBody)) { reason }: ReasonBody,
    @Query(parsedBy(dryRunQuery)) { dryRun = false }: DryRunQuery,
  ): Promise<Operated<ControlReply>> {
    return this.operate(context, { caseId, action: 'resume', reason, dryRun });
  }

  @Post('cases/:caseId/termination')
  @HttpCode(200)
  @Allow('case.terminate')
  terminate(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(reasonBody)) { reason }: ReasonBody,
    @Query(parsedBy(dryRunQuery)) { dryRun = false }: DryRunQuery,
  ): Promise<Operated<ControlReply>> {
    return this.operate(context, { caseId, action: 'terminate', reason, dryRun });
  }

  @Get('cases/:caseId/control-requests')
  @AllowSignedIn()
  requests(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<readonly ControlRequestReply[]> {
    return this.units.read(context, (tx) => this.service.list(tx, caseId));
  }

  @Post('control-requests/:requestId/confirmation')
  @HttpCode(200)
  @AllowSignedIn()
  confirm(
    @Context() context: RequestContext,
    @Param('requestId') requestId: string,
    @Query(parsedBy(dryRunQuery)) { dryRun = false }: DryRunQuery,
  ): Promise<Operated<ControlReply>> {
    return this.units.operate(context, { dryRun }, (tx) => this.service.confirm(tx, requestId));
  }

  @Post('control-requests/:requestId/refusal')
  @HttpCode(204)
  @AllowSignedIn()
  refuse(@Context() context: RequestContext, @Param('requestId') requestId: string): Promise<void> {
    return this.units.run(context, (tx) => this.service.refuse(tx, requestId));
  }

  private operate(context: RequestContext, order: ControlOrder & { readonly dryRun: boolean }): Promise<Operated<ControlReply>> {
    return this.units.operate(context, order, (tx) => this.service.order(tx, order));
  }
}
