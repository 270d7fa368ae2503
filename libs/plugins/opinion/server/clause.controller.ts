import { Controller, Get, Param, Query } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type ClauseOption, type ClauseQuery, clauseQuery } from '../model';
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
  list(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Query(parsedBy(clauseQuery)) { search }: ClauseQuery,
  ): Promise<readonly ClauseOption[]> {
    return this.units.read(context, (tx) => this.clauses.list(tx, taskId, search));
  }
}
