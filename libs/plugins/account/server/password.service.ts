import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { accountErrors, accountEvents, type PasswordPolicy, weaknessesOf } from '../model';
import { ACCOUNT_CONFIG, type AccountConfig } from './account.config';
import { type Credential, CredentialRepository } from './credential.repository';
import { PasswordHasher } from './password-hasher';
import { SessionService } from './session.service';

/** Sets passwords by the rules of the house. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly repository: CredentialRepository,
    private readonly sessions: SessionService,
    @Inject(ACCOUNT_CONFIG) private readonly config: AccountConfig,
  ) {}

  /** Hashes a password that may be used; throws `account.PASSWORD_WEAK` with everything that stands against it. */
  hash(password: string, names: readonly string[]): Promise<string> {
    const policy = this.policy();
    const weaknesses = weaknessesOf(password, names, policy);
    if (weaknesses.length > 0)
      throw accountErrors.PASSWORD_WEAK({ weaknesses, minLength: policy.minLength, minClasses: policy.minClasses });
    return this.hasher.hash(password);
  }

  verify(account: Credential, password: string): Promise<boolean> {
    return this.hasher.verify(account.passwordHash, password);
  }

  /** Throws `account.PASSWORD_USED_BEFORE` for the current password and those before it. */
  async refuseUsedBefore(account: Credential, password: string): Promise<void> {
    for (const earlier of [account.passwordHash, ...account.history]) {
      if (await this.hasher.verify(earlier, password)) throw accountErrors.PASSWORD_USED_BEFORE({ count: this.config.passwordHistory });
    }
  }

  /** Sets a password; the account's sessions end but for the one that asked (`keptToken`). */
  async replace(tx: Tx, account: Credential, passwordHash: string, keptToken?: string): Promise<void> {
    const history = [account.passwordHash, ...account.history].slice(0, this.config.passwordHistory);
    await this.repository.replacePassword(tx, account.id, passwordHash, history);
    await this.sessions.endOthers(tx, account.id, keptToken);
    tx.emit(accountEvents.passwordChanged({ accountId: account.id, byAdministrator: account.personId !== tx.actor.personId }));
  }

  private policy(): PasswordPolicy {
    const { passwordMinLength, passwordMinClasses, passwordBlockedWords } = this.config;
    return { minLength: passwordMinLength, minClasses: passwordMinClasses, blocked: passwordBlockedWords };
  }
}
