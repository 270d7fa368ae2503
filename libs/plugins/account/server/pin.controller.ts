import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type PinBody, pinBody, type PinRemovalBody, pinRemovalBody, type PinReply, StepUp } from '../model';
import { PinService } from './pin.service';

/** One's own signing PIN. Only the password sets, changes or removes it; guessing the password here counts like guessing at the door. */
@Controller('session/pin')
export class PinController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly pins: PinService,
    private readonly stepUp: StepUp,
  ) {}

  @Get()
  @AllowSignedIn()
  show(@Context() context: RequestContext): Promise<PinReply> {
    return this.units.read(context, (tx) => this.pins.show(tx));
  }

  /** A client's key is put aside: its fingerprint would be a plain digest of a body with six digits in it. */
  @Put()
  @HttpCode(204)
  @AllowSignedIn()
  async set(
    @Context() requested: RequestContext,
    @Body(parsedBy(pinBody)) { password, pin }: PinBody,
    @Req() request: Pick<Request, 'ip'>,
  ): Promise<void> {
    const context = { ...requested, idempotency: undefined };
    await this.stepUp.requirePassword(context, { password, address: request.ip ?? '' });
    const pinHash = await this.pins.hash(pin);
    await this.units.run(context, (tx) => this.pins.set(tx, pinHash));
  }

  @Post('removal')
  @HttpCode(204)
  @AllowSignedIn()
  async remove(
    @Context() requested: RequestContext,
    @Body(parsedBy(pinRemovalBody)) { password }: PinRemovalBody,
    @Req() request: Pick<Request, 'ip'>,
  ): Promise<void> {
    const context = { ...requested, idempotency: undefined };
    await this.stepUp.requirePassword(context, { password, address: request.ip ?? '' });
    await this.units.run(context, (tx) => this.pins.remove(tx, context.actor.personId));
  }
}
