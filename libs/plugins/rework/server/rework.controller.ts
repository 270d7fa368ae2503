import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CaseRework,
  type DryRunQuery,
  dryRunQuery,
  type JumpBody,
  jumpBody,
  type JumpReply,
  type MovedReply,
  type ReasonBody,
  reasonBody,
  type ResubmissionBody,
  resubmissionBody,
  type ReturnBody,
  returnBody,
  ReworkDesk,
  type TargetsReply,
} from '../model';
import { CaseReworkService } from './case-rework.service';

const Run = (): ParameterDecorator => Query(parsedBy(dryRunQuery));

/** Operations on tasks that send a case back. */
@Controller('tasks')
export class ReworkTaskController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly desk: ReworkDesk,
    private readonly cases: CaseReworkService,
  ) {}

  @Get(':taskId/return-targets')
  @AllowSignedIn()
  returnTargets(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<TargetsReply> {
    return this.units.read(context, (tx) => this.desk.targets(tx, taskId));
  }

  @Post(':taskId/return')
  @HttpCode(200)
  @AllowSignedIn()
  giveBack(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Run() mode: DryRunQuery,
    @Body(parsedBy(returnBody)) body: ReturnBody,
  ): Promise<Operated<MovedReply>> {
    return this.units.operate(context, mode, (tx) => this.desk.giveBack(tx, taskId, body));
  }

  @Post(':taskId/resubmission')
  @HttpCode(200)
  @AllowSignedIn()
  resubmit(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Run() mode: DryRunQuery,
    @Body(parsedBy(resubmissionBody)) body: ResubmissionBody,
  ): Promise<Operated<MovedReply>> {
    return this.units.operate(context, mode, (tx) => this.desk.resubmit(tx, taskId, body));
  }

  @Post(':taskId/rejection')
  @HttpCode(200)
  @AllowSignedIn()
  reject(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Run() mode: DryRunQuery,
    @Body(parsedBy(reasonBody)) body: ReasonBody,
  ): Promise<Operated<MovedReply>> {
    return this.units.operate(context, mode, (tx) => this.desk.reject(tx, taskId, body));
  }

  @Post(':taskId/taking-back')
  @HttpCode(200)
  @AllowSignedIn()
  takeBack(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Run() mode: DryRunQuery,
    @Body(parsedBy(reasonBody)) body: ReasonBody,
  ): Promise<Operated<MovedReply>> {
    return this.units.operate(context, mode, (tx) => this.desk.takeBack(tx, taskId, body));
  }

  @Post(':taskId/opening')
  @HttpCode(204)
  @AllowSignedIn()
  open(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<void> {
    return this.units.run(context, (tx) => this.cases.open(tx, taskId));
  }
}

/** Operations on cases that lead them elsewhere or end them. */
@Controller('cases')
export class ReworkCaseController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly desk: ReworkDesk,
    private readonly cases: CaseReworkService,
  ) {}

  @Get(':caseId/rework')
  @AllowSignedIn()
  rework(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<CaseRework> {
    return this.units.read(context, (tx) => this.cases.ofCase(tx, caseId));
  }

  @Post(':caseId/withdrawal')
  @HttpCode(200)
  @AllowSignedIn()
  withdraw(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Run() mode: DryRunQuery,
    @Body(parsedBy(reasonBody)) body: ReasonBody,
  ): Promise<Operated<MovedReply>> {
    return this.units.operate(context, mode, (tx) => this.desk.withdraw(tx, caseId, body));
  }

  @Post(':caseId/jump')
  @HttpCode(200)
  @Allow('rework.jump')
  jump(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Run() mode: DryRunQuery,
    @Body(parsedBy(jumpBody)) body: JumpBody,
  ): Promise<Operated<JumpReply>> {
    return this.units.operate(context, mode, (tx) => this.desk.jump(tx, caseId, body));
  }
}
