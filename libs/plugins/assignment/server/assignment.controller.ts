import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type RequestContext, type TaskView, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type HandOnBody,
  handOnBody,
  type InboxCounts,
  type InboxPage,
  type TaskDetail,
  type TaskListQuery,
  taskListQuery,
} from '../model';
import { ClaimService } from './claim.service';
import { InboxListService } from './inbox-list.service';
import { InboxService } from './inbox.service';

/** The inbox over HTTP. */
@Controller('tasks')
export class AssignmentController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly lists: InboxListService,
    private readonly inbox: InboxService,
    private readonly claims: ClaimService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Query(parsedBy(taskListQuery)) query: TaskListQuery): Promise<InboxPage> {
    return this.units.read(context, (tx) => this.lists.list(tx, query));
  }

  @Get('counts')
  @AllowSignedIn()
  counts(@Context() context: RequestContext): Promise<InboxCounts> {
    return this.units.read(context, (tx) => this.lists.count(tx));
  }

  @Get(':taskId')
  @AllowSignedIn()
  detail(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<TaskDetail> {
    return this.units.read(context, (tx) => this.inbox.detail(tx, taskId));
  }

  @Post(':taskId/claim')
  @HttpCode(200)
  @AllowSignedIn()
  claim(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<TaskView> {
    return this.units.run(context, (tx) => this.claims.claim(tx, taskId));
  }

  @Post(':taskId/release')
  @HttpCode(200)
  @AllowSignedIn()
  release(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<TaskView> {
    return this.units.run(context, (tx) => this.claims.release(tx, taskId));
  }

  @Post(':taskId/assignment')
  @HttpCode(200)
  @Allow('operator.incidents')
  handOn(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(handOnBody)) body: HandOnBody,
  ): Promise<TaskView> {
    return this.units.run(context, (tx) => this.claims.handOn(tx, taskId, body));
  }
}
