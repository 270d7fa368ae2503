import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import { type TryOutBody, tryOutBody, type TryOutReply } from '../model';
import { TryOutService } from './try-out.service';

/** Tries a drawing while it is drawn. Reads only. */
@Controller('processes/try-out')
export class TryOutController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: TryOutService,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('process.edit')
  tryOut(@Context() context: RequestContext, @Body(parsedBy(tryOutBody)) body: TryOutBody): Promise<TryOutReply> {
    return this.units.read(context, (tx) => this.service.tryOut(tx, body));
  }
}
