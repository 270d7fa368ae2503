import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type PhraseBody, phraseBody, type PhraseQuery, phraseQuery, type PhraseReply } from '../model';
import { PhraseService } from './phrase.service';

/** Phrases over HTTP. */
@Controller('phrases')
export class PhraseController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly phrases: PhraseService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Query(parsedBy(phraseQuery)) query: PhraseQuery): Promise<readonly PhraseReply[]> {
    return this.units.read(context, (tx) => this.phrases.list(tx, query.taskId));
  }

  @Post()
  @AllowSignedIn()
  add(@Context() context: RequestContext, @Body(parsedBy(phraseBody)) body: PhraseBody): Promise<{ readonly id: string }> {
    return this.units.run(context, (tx) => this.phrases.add(tx, body));
  }

  @Post(':phraseId/use')
  @HttpCode(204)
  @AllowSignedIn()
  use(@Context() context: RequestContext, @Param('phraseId') phraseId: string): Promise<void> {
    return this.units.run(context, (tx) => this.phrases.use(tx, phraseId));
  }

  @Delete(':phraseId')
  @HttpCode(204)
  @AllowSignedIn()
  remove(@Context() context: RequestContext, @Param('phraseId') phraseId: string): Promise<void> {
    return this.units.run(context, (tx) => this.phrases.remove(tx, phraseId));
  }
}
