import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { accountErrors, type PasswordChange, passwordChange } from '../model';
import { PasswordService } from './password.service';
import { SessionCookie } from './session-cookie';
import { SignInService } from './sign-in.service';

/** One's own password. */
@Controller('session/password')
export class PasswordController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordService,
    private readonly cookie: SessionCookie,
  ) {}

  /**
   * Guessing the current password here counts like guessing it at the door. Several units of work, so a client's
   * idempotency key, which stands for one, is put aside.
   */
  @Post()
  @HttpCode(204)
  @AllowSignedIn()
  async change(
    @Context() requested: RequestContext,
    @Body(parsedBy(passwordChange)) body: PasswordChange,
    @Req() request: Request,
  ): Promise<void> {
    const context = { ...requested, idempotency: undefined };
    const token = this.cookie.read(request);
    const account = await this.units.read(context, (tx) => this.signIns.account(tx, token));
    const attempt = { name: account.name, address: request.ip ?? '' };
    await this.units.run(context, (tx) => this.signIns.begin(tx, attempt));
    if (!(await this.passwords.verify(account, body.current))) throw accountErrors.PASSWORD_WRONG();

    await this.passwords.refuseUsedBefore(account, body.next);
    const passwordHash = await this.passwords.hash(body.next, [account.name, account.personId]);
    await this.units.run(context, async (tx) => {
      await this.signIns.forgive(tx, attempt);
      await this.passwords.replace(tx, account, passwordHash, token);
    });
  }
}
