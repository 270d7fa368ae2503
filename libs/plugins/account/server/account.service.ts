import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Directory, type Page, type Tx } from '@fashen/plugin-api';
import { accountErrors, accountEvents, type AccountQuery, type AccountReply, loginKey } from '../model';
import { AttemptsService } from './attempts.service';
import { type Credential, CredentialRepository } from './credential.repository';
import { SessionService } from './session.service';

/** A new account, its password already hashed. */
export interface HashedAccount {
  readonly personId: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** Keeps local accounts. */
@Injectable()
export class AccountService {
  constructor(
    private readonly repository: CredentialRepository,
    private readonly attempts: AttemptsService,
    private readonly sessions: SessionService,
    private readonly directory: Directory,
  ) {}

  isEmpty(tx: Tx): Promise<boolean> {
    return this.repository.isEmpty(tx);
  }

  async require(tx: Tx, accountId: string): Promise<Credential> {
    const found = await this.repository.find(tx, accountId);
    if (!found) throw accountErrors.ACCOUNT_MISSING({ accountId });
    return found;
  }

  /** Accounts by login name. */
  async list(tx: Tx, query: AccountQuery): Promise<Page<AccountReply>> {
    const limit = query.limit ?? 50;
    const found = await this.repository.list(tx, query.after ?? '', limit + 1);
    const shown = found.slice(0, limit);
    const locks = await this.attempts.locks(
      tx,
      shown.map((one) => one.name),
    );
    const items = shown.map((one) => replyOf(one, locks.get(one.name)));
    const last = shown.at(-1);
    return found.length > limit && last ? { items, next: last.name } : { items };
  }

  async add(tx: Tx, account: HashedAccount): Promise<AccountReply> {
    const person = await this.directory.require(tx, account.personId);
    const name = loginKey(account.name);
    if (await this.repository.findByName(tx, name)) throw accountErrors.NAME_TAKEN({ name });
    const credential: Credential = {
      id: randomUUID(),
      personId: person.id,
      name,
      passwordHash: account.passwordHash,
      history: [],
      active: true,
    };
    await this.repository.add(tx, credential);
    tx.emit(accountEvents.accountAdded({ accountId: credential.id, personId: person.id }));
    return replyOf(credential);
  }

  /** Ends the right to sign in and every open session at once. */
  async disable(tx: Tx, accountId: string): Promise<AccountReply> {
    const account = await this.require(tx, accountId);
    if (account.personId === tx.actor.personId) throw accountErrors.OWN_ACCOUNT({ accountId });
    await this.repository.setActive(tx, accountId, false);
    await this.sessions.endOthers(tx, accountId);
    tx.emit(accountEvents.disabled({ accountId, personId: account.personId }));
    return replyOf({ ...account, active: false });
  }

  async enable(tx: Tx, accountId: string): Promise<AccountReply> {
    const account = await this.require(tx, accountId);
    await this.repository.setActive(tx, accountId, true);
    tx.emit(accountEvents.enabled({ accountId, personId: account.personId }));
    return replyOf({ ...account, active: true });
  }

  /** Ends the locks that failures brought about, of the login name and of the signing PIN. */
  async unlock(tx: Tx, accountId: string): Promise<AccountReply> {
    const account = await this.require(tx, accountId);
    await this.attempts.unlock(tx, account.name);
    await this.attempts.clearPin(tx, account.personId);
    tx.emit(accountEvents.unlocked({ accountId }));
    return replyOf(account);
  }
}

const replyOf = (account: Credential, lockedUntil = 0): AccountReply => ({
  id: account.id,
  personId: account.personId,
  name: account.name,
  active: account.active,
  ...(lockedUntil > 0 ? { lockedUntil } : {}),
});
