import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowPublic, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { accountErrors, type SessionReply, type SignInBody, signInBody } from '../model';
import { PasswordHasher } from './password-hasher';
import { SessionCookie } from './session-cookie';
import { SignInService } from './sign-in.service';

/** Signing in and out. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly signIns: SignInService,
    private readonly hasher: PasswordHasher,
    private readonly cookie: SessionCookie,
  ) {}

  /** Three steps, because comparing a password takes longer than a transaction may be held open: count the attempt, compare, act. */
  @Post()
  @HttpCode(200)
  @AllowPublic()
  async signIn(
    @Context() context: RequestContext,
    @Body(parsedBy(signInBody)) body: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionReply> {
    const attempt = { name: body.name, address: request.ip ?? '' };
    const credential = await this.units.run(context, (tx) => this.signIns.begin(tx, attempt));
    const fits = await this.hasher.verifyOrPretend(credential?.passwordHash, body.password);
    if (!credential || !fits) throw accountErrors.LOGIN_REFUSED();

    const oldToken = this.cookie.read(request);
    const { token, ...reply } = await this.units.run(context, (tx) =>
      this.signIns.finish(tx, attempt, { accountId: credential.id, oldToken }),
    );
    this.cookie.write(response, token);
    return reply;
  }

  @Get()
  @AllowSignedIn()
  current(@Context() context: RequestContext, @Req() request: Request): Promise<SessionReply> {
    return this.units.read(context, (tx) => this.signIns.current(tx, this.cookie.read(request)));
  }

  @Delete()
  @HttpCode(204)
  @AllowSignedIn()
  async signOut(
    @Context() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.units.run(context, (tx) => this.signIns.signOut(tx, this.cookie.read(request)));
    this.cookie.clear(response);
  }
}
