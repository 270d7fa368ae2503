import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type DefinitionView, type DraftView, type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CheckBody,
  checkBody,
  type CheckReply,
  type DraftBody,
  draftBody,
  type DraftReply,
  processKey,
  type ProcessReply,
  type ProcessSummary,
  type PublicationBody,
  publicationBody,
} from '../model';
import { LibraryService } from './library.service';
import { ModelingService } from './modeling.service';

/** The library of processes over HTTP. */
@Controller('processes')
export class ProcessLibraryController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly library: LibraryService,
    private readonly modeling: ModelingService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext): Promise<Page<ProcessSummary>> {
    return this.units.read(context, (tx) => this.library.list(tx));
  }

  @Get('versions/:definitionId/xml')
  @Allow('process.read')
  xml(@Context() context: RequestContext, @Param('definitionId') definitionId: string): Promise<{ xml: string }> {
    return this.units.read(context, (tx) => this.library.xml(tx, definitionId));
  }

  @Post('check')
  @HttpCode(200)
  @Allow('process.read')
  check(@Context() context: RequestContext, @Body(parsedBy(checkBody)) body: CheckBody): Promise<CheckReply> {
    return this.units.read(context, (tx) => this.modeling.check(tx, body.xml));
  }

  @Get(':key')
  @Allow('process.read')
  get(@Context() context: RequestContext, @Param('key', parsedBy(processKey)) key: string): Promise<ProcessReply> {
    return this.units.read(context, (tx) => this.library.get(tx, key));
  }

  @Get(':key/draft')
  @Allow('process.read')
  draft(@Context() context: RequestContext, @Param('key', parsedBy(processKey)) key: string): Promise<DraftReply> {
    return this.units.read(context, (tx) => this.library.draft(tx, key));
  }

  @Put(':key/draft')
  @Allow('process.edit')
  saveDraft(
    @Context() context: RequestContext,
    @Param('key', parsedBy(processKey)) key: string,
    @Body(parsedBy(draftBody)) body: DraftBody,
  ): Promise<DraftView> {
    return this.units.run(context, (tx) => this.modeling.saveDraft(tx, key, body));
  }

  @Post(':key/publication')
  @Allow('process.publish')
  publish(
    @Context() context: RequestContext,
    @Param('key', parsedBy(processKey)) key: string,
    @Body(parsedBy(publicationBody)) body: PublicationBody,
  ): Promise<DefinitionView> {
    return this.units.run(context, (tx) => this.modeling.publish(tx, key, body));
  }
}
