import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import { type ItemsQuery, itemsQuery, type MigrationBody, migrationBody, type MigrationsQuery, migrationsQuery } from '../model';
import { type MigrationDetail, MigrationPlanService, type MigrationReply } from './migration-plan.service';

/** Migrations of running cases over HTTP. Shows case numbers and steps, nothing else of the cases. */
@Controller('migrations')
export class MigrationController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: MigrationPlanService,
  ) {}

  @Post()
  @Allow('case-control.migrate')
  plan(@Context() context: RequestContext, @Body(parsedBy(migrationBody)) body: MigrationBody): Promise<MigrationReply> {
    return this.units.run(context, (tx) => this.service.plan(tx, body));
  }

  @Get()
  @Allow('case-control.migrate')
  list(
    @Context() context: RequestContext,
    @Query(parsedBy(migrationsQuery)) { limit, before }: MigrationsQuery,
  ): Promise<readonly MigrationReply[]> {
    return this.units.read(context, (tx) => this.service.list(tx, limit, before));
  }

  @Get(':migrationId')
  @Allow('case-control.migrate')
  get(
    @Context() context: RequestContext,
    @Param('migrationId') id: string,
    @Query(parsedBy(itemsQuery)) query: ItemsQuery,
  ): Promise<MigrationDetail> {
    return this.units.read(context, (tx) => this.service.get(tx, id, query));
  }

  @Post(':migrationId/check')
  @HttpCode(202)
  @Allow('case-control.migrate')
  check(@Context() context: RequestContext, @Param('migrationId') id: string): Promise<MigrationReply> {
    return this.units.run(context, (tx) => this.service.check(tx, id));
  }

  @Post(':migrationId/execution')
  @HttpCode(202)
  @Allow('case-control.migrate')
  execute(@Context() context: RequestContext, @Param('migrationId') id: string): Promise<MigrationReply> {
    return this.units.run(context, (tx) => this.service.execute(tx, id));
  }
}
