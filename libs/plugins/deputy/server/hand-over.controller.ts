import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type HandOverReply,
  type NewHandOver,
  newHandOver,
  type SettlementBody,
  settlementBody,
  type StartQuery,
  startQuery,
} from '../model';
import { HandOverService } from './hand-over.service';

/** Hand-overs when somebody leaves, over HTTP. */
@Controller('hand-overs')
@Allow('deputy.manage')
export class HandOverController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: HandOverService,
  ) {}

  @Get()
  list(@Context() context: RequestContext): Promise<Page<HandOverReply>> {
    return this.units.read(context, (tx) => this.service.list(tx));
  }

  @Get(':handOverId')
  get(@Context() context: RequestContext, @Param('handOverId') handOverId: string): Promise<HandOverReply> {
    return this.units.read(context, (tx) => this.service.get(tx, handOverId));
  }

  @Post()
  start(
    @Context() context: RequestContext,
    @Query(parsedBy(startQuery)) { dryRun = false }: StartQuery,
    @Body(parsedBy(newHandOver)) body: NewHandOver,
  ): Promise<Operated<HandOverReply>> {
    return this.units.operate(context, { dryRun }, (tx) => (dryRun ? this.service.rehearse(tx, body) : this.service.start(tx, body)));
  }

  @Post(':handOverId/items/:itemId/settlement')
  @HttpCode(200)
  settle(
    @Context() context: RequestContext,
    @Param('handOverId') handOverId: string,
    @Param('itemId') itemId: string,
    @Body(parsedBy(settlementBody)) body: SettlementBody,
  ): Promise<HandOverReply> {
    return this.units.run(context, (tx) => this.service.settle(tx, handOverId, itemId, body));
  }
}
