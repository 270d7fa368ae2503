import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  accountQuery,
  type AccountQuery,
  type AccountReply,
  type NewAccount,
  newAccount,
  type PasswordReset,
  passwordReset,
} from '../model';
import { AccountService } from './account.service';
import { PasswordService } from './password.service';
import { PinService } from './pin.service';

/** What administrators of accounts do. They see no case. */
@Controller('accounts')
export class AccountController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly accounts: AccountService,
    private readonly passwords: PasswordService,
    private readonly pins: PinService,
  ) {}

  @Get()
  @Allow('account.manage')
  list(@Context() context: RequestContext, @Query(parsedBy(accountQuery)) query: AccountQuery): Promise<Page<AccountReply>> {
    return this.units.read(context, (tx) => this.accounts.list(tx, query));
  }

  @Post()
  @Allow('account.manage')
  async add(@Context() context: RequestContext, @Body(parsedBy(newAccount)) body: NewAccount): Promise<AccountReply> {
    const { password, ...account } = body;
    const passwordHash = await this.passwords.hash(password, [account.name, account.personId]);
    return this.units.run(context, (tx) => this.accounts.add(tx, { ...account, passwordHash }));
  }

  @Post(':accountId/disablement')
  @HttpCode(200)
  @Allow('account.manage')
  disable(@Context() context: RequestContext, @Param('accountId') accountId: string): Promise<AccountReply> {
    return this.units.run(context, (tx) => this.accounts.disable(tx, accountId));
  }

  @Post(':accountId/enablement')
  @HttpCode(200)
  @Allow('account.manage')
  enable(@Context() context: RequestContext, @Param('accountId') accountId: string): Promise<AccountReply> {
    return this.units.run(context, (tx) => this.accounts.enable(tx, accountId));
  }

  @Post(':accountId/unlock')
  @HttpCode(200)
  @Allow('account.manage')
  unlock(@Context() context: RequestContext, @Param('accountId') accountId: string): Promise<AccountReply> {
    return this.units.run(context, (tx) => this.accounts.unlock(tx, accountId));
  }

  /** The signing PIN goes too: whoever knew the old password may have set it. */
  @Post(':accountId/password')
  @HttpCode(204)
  @Allow('account.manage')
  async resetPassword(
    @Context() context: RequestContext,
    @Param('accountId') accountId: string,
    @Body(parsedBy(passwordReset)) body: PasswordReset,
  ): Promise<void> {
    const account = await this.units.read(context, (tx) => this.accounts.require(tx, accountId));
    const passwordHash = await this.passwords.hash(body.password, [account.name, account.personId]);
    await this.units.run(context, async (tx) => {
      await this.passwords.replace(tx, account, passwordHash);
      await this.pins.remove(tx, account.personId);
    });
  }
}
