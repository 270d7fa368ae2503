import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { accountErrors, AccountRegistry } from '../model';
import { AccountService, type HashedAccount } from './account.service';
import { PasswordService } from './password.service';

const TOKEN_BYTES = 24;

/** The token that `POST /setup` asks for. Lives in memory only and is shown on the console of this process. */
@Injectable()
export class SetupGate {
  private token: Buffer | undefined;

  open(): string {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    this.token = Buffer.from(token);
    return token;
  }

  /** Throws unless the gate is open and this is its token. */
  requireToken(token: string): void {
    if (!this.token) throw accountErrors.SETUP_CLOSED();
    const given = Buffer.from(token);
    if (given.length !== this.token.length || !timingSafeEqual(given, this.token)) throw accountErrors.SETUP_REFUSED();
  }

  close(): void {
    this.token = undefined;
  }
}

/** Lets the host make the first accounts. */
@Injectable()
export class AccountRegistryService extends AccountRegistry {
  constructor(
    private readonly accounts: AccountService,
    private readonly passwords: PasswordService,
    private readonly gate: SetupGate,
  ) {
    super();
  }

  isEmpty(tx: Tx): Promise<boolean> {
    return this.accounts.isEmpty(tx);
  }

  hash(password: string, names: readonly string[]): Promise<string> {
    return this.passwords.hash(password, names);
  }

  async add(tx: Tx, account: HashedAccount): Promise<string> {
    return (await this.accounts.add(tx, account)).id;
  }

  openSetup(): string {
    return this.gate.open();
  }
}
