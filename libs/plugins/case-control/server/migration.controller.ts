import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type ItemsQuery,
  itemsQuery,
  type MappingQuery,
  mappingQuery,
  type MappingReply,
  type MigrationBody,
  migrationBody,
  type MigrationDetail,
  type MigrationItemReply,
  type MigrationReply,
  type MigrationsQuery,
  migrationsQuery,
  type VersionCases,
  type VersionsQuery,
  versionsQuery,
} from '../model';
import { MigrationPlanService } from './migration-plan.service';
import { VersionCasesService } from './version-cases.service';

/** Migrations of running cases over HTTP. Shows case numbers and steps, nothing else of the cases. */
@Controller('migrations')
export class MigrationController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: MigrationPlanService,
    private readonly cases: VersionCasesService,
  ) {}

  @Post()
  @Allow('case-control.migrate')
  plan(@Context() context: RequestContext, @Body(parsedBy(migrationBody)) body: MigrationBody): Promise<MigrationReply> {
    return this.units.run(context, (tx) => this.service.plan(tx, body));
  }

  @Get()
  @Allow('case-control.migrate')
  list(@Context() context: RequestContext, @Query(parsedBy(migrationsQuery)) query: MigrationsQuery): Promise<Page<MigrationReply>> {
    return this.units.read(context, (tx) => this.service.list(tx, query));
  }

  @Get('versions')
  @Allow('case-control.migrate')
  versions(
    @Context() context: RequestContext,
    @Query(parsedBy(versionsQuery)) { processKey }: VersionsQuery,
  ): Promise<readonly VersionCases[]> {
    return this.units.read(context, (tx) => this.cases.versions(tx, processKey));
  }

  @Get('mapping')
  @Allow('case-control.migrate')
  mapping(@Context() context: RequestContext, @Query(parsedBy(mappingQuery)) query: MappingQuery): Promise<MappingReply> {
    return this.units.read(context, (tx) => this.cases.mapping(tx, query));
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

  @Get(':migrationId/items')
  @Allow('case-control.migrate')
  async items(
    @Context() context: RequestContext,
    @Param('migrationId') id: string,
    @Query(parsedBy(itemsQuery)) query: ItemsQuery,
  ): Promise<Page<MigrationItemReply>> {
    return (await this.units.read(context, (tx) => this.service.get(tx, id, query))).items;
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

  @Post(':migrationId/retry')
  @HttpCode(202)
  @Allow('case-control.migrate')
  retry(@Context() context: RequestContext, @Param('migrationId') id: string): Promise<MigrationReply> {
    return this.units.run(context, (tx) => this.service.retry(tx, id));
  }
}
