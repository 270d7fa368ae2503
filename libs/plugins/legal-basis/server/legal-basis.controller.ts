import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type ClauseQuery,
  clauseQuery,
  type ClauseReply,
  type LibraryVersion,
  type LibraryVersionReply,
  type PreviewBody,
  previewBody,
  type PreviewReply,
  type PublicationBody,
  publicationBody,
  type TableReply,
  type VersionQuery,
  versionQuery,
} from '../model';
import { LegalBasisQueryService } from './legal-basis-query.service';
import { LegalBasisService } from './legal-basis.service';

/** The library of clauses over HTTP. Everybody may read it; legal staff publish. */
@Controller('legal-basis')
export class LegalBasisController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly queries: LegalBasisQueryService,
    private readonly library: LegalBasisService,
  ) {}

  @Get('clauses')
  @AllowSignedIn()
  clauses(@Context() context: RequestContext, @Query(parsedBy(clauseQuery)) query: ClauseQuery): Promise<Page<ClauseReply>> {
    return this.units.read(context, (tx) => this.queries.clauses(tx, query));
  }

  @Get('versions')
  @AllowSignedIn()
  versions(@Context() context: RequestContext, @Query(parsedBy(versionQuery)) query: VersionQuery): Promise<Page<LibraryVersionReply>> {
    return this.units.read(context, (tx) => this.queries.versions(tx, query));
  }

  @Get('table')
  @AllowSignedIn()
  table(@Context() context: RequestContext): Promise<TableReply> {
    return this.units.read(context, (tx) => this.queries.table(tx));
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('legal-basis.publish')
  preview(@Context() context: RequestContext, @Body(parsedBy(previewBody)) body: PreviewBody): Promise<PreviewReply> {
    return this.units.read(context, (tx) => this.queries.preview(tx, body));
  }

  @Post('publication')
  @HttpCode(200)
  @Allow('legal-basis.publish')
  publish(@Context() context: RequestContext, @Body(parsedBy(publicationBody)) body: PublicationBody): Promise<LibraryVersion> {
    return this.units.run(context, (tx) => this.library.publish(tx, body));
  }
}
