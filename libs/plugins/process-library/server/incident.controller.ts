import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Incident, Jobs, type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import { type IncidentQuery, incidentQuery } from '../model';

/** Work of running cases that failed too often and waits for an operator. */
@Controller('incidents')
export class IncidentController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  @Get()
  @Allow('operator.incidents')
  list(@Context() context: RequestContext, @Query(parsedBy(incidentQuery)) query: IncidentQuery): Promise<Page<Incident>> {
    return this.units.read(context, (tx) => this.jobs.incidents(tx, query));
  }

  @Post(':jobId/retry')
  @HttpCode(204)
  @Allow('operator.incidents')
  retry(@Context() context: RequestContext, @Param('jobId') jobId: string): Promise<void> {
    return this.units.run(context, (tx) => this.jobs.retry(tx, jobId));
  }
}
