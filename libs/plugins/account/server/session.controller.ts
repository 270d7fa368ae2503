import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { type RequestContext, type Session, UnitOfWork } from '@fashen/plugin-api';
import { AllowPublic, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  accountErrors,
  type PasswordChange,
  passwordChange,
  sessionCookieName,
  type SessionReply,
  sessionTokenOf,
  type SignInBody,
  signInBody,
} from '../model';
import { ACCOUNT_CONFIG, type AccountConfig } from './account.config';
import { AccountService } from './account.service';
import type { Credential } from './credential.repository';
import { PasswordHasher } from './password-hasher';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';

/**
 * Signing in and out. A password takes longer to compare than a transaction may be held open, so these requests have several steps:
 * count the attempt, compare outside, act.
 */
@Controller('session')
export class SessionController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly passwords: PasswordHasher,
    @Inject(ACCOUNT_CONFIG) private readonly config: AccountConfig,
  ) {}

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
    const fits = await this.passwords.verifyOrPretend(credential?.passwordHash, body.password);
    if (!credential || !fits) throw accountErrors.LOGIN_REFUSED();

    const signedIn = await this.units.run(context, (tx) => this.signIns.finish(tx, attempt, credential.id, this.tokenOf(request)));
    response.cookie(sessionCookieName(this.config.secureCookie), signedIn.token, this.cookieOptions());
    return { person: signedIn.person, csrfToken: signedIn.csrfToken };
  }

  @Get()
  @AllowSignedIn()
  async current(@Context() context: RequestContext, @Req() request: Request): Promise<SessionReply> {
    const session = await this.requireSession(context, request);
    return this.units.read(context, (tx) => this.signIns.current(tx, session.csrfToken));
  }

  @Delete()
  @HttpCode(204)
  @AllowSignedIn()
  async signOut(
    @Context() context: RequestContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.units.run(context, (tx) => this.sessions.end(tx, this.tokenOf(request) ?? ''));
    response.clearCookie(sessionCookieName(this.config.secureCookie), this.cookieOptions());
  }

  @Post('password')
  @HttpCode(204)
  @AllowSignedIn()
  async changePassword(
    @Context() context: RequestContext,
    @Body(parsedBy(passwordChange)) body: PasswordChange,
    @Req() request: Request,
  ): Promise<void> {
    const { accountId } = await this.requireSession(context, request);
    const account = await this.units.read(context, (tx) => this.accounts.require(tx, accountId));
    await this.refuseWrong(context, account, body.current, request.ip ?? '');
    this.accounts.refuseWeak(body.next, [account.name, account.personId]);
    await this.refuseUsedBefore(account, body.next);

    const passwordHash = await this.passwords.hash(body.next);
    await this.units.run(context, (tx) => this.accounts.replacePassword(tx, accountId, passwordHash, this.tokenOf(request)));
  }

  /** Guessing the current password here counts like guessing it at the door. */
  private async refuseWrong(context: RequestContext, account: Credential, password: string, address: string): Promise<void> {
    const attempt = { name: account.name, address };
    await this.units.run(context, (tx) => this.signIns.begin(tx, attempt));
    if (!(await this.passwords.verify(account.passwordHash, password))) throw accountErrors.PASSWORD_WRONG();
    await this.units.run(context, (tx) => this.signIns.forgive(tx, attempt));
  }

  private async refuseUsedBefore(account: Credential, password: string): Promise<void> {
    for (const earlier of [account.passwordHash, ...account.history]) {
      if (await this.passwords.verify(earlier, password)) throw accountErrors.PASSWORD_USED_BEFORE({ count: this.config.passwordHistory });
    }
  }

  private async requireSession(context: RequestContext, request: Request): Promise<Session> {
    const session = await this.units.read(context, (tx) => this.sessions.find(tx, this.tokenOf(request) ?? ''));
    if (!session) throw accountErrors.LOGIN_REFUSED();
    return session;
  }

  private tokenOf(request: Request): string | undefined {
    return sessionTokenOf(request.headers.cookie, this.config.secureCookie);
  }

  /** Without an end date: the cookie goes with the browser, and the server ends the session earlier. */
  private cookieOptions(): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.config.secureCookie };
  }
}
