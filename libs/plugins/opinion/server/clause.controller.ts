import { Controller, Get, Param } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context } from '@fashen/plugin-api/server';
import { ClauseService } from './clause.service';

/** Clauses to choose from over HTTP. */
@Controller('tasks/:taskId/clauses')
export class ClauseController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clauses: ClauseService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<readonly string[]> {
    return this.units.read(context, (tx) => this.clauses.list(tx, taskId));
  }
}
