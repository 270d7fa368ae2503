import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { accountErrors, sameSpelling } from '../model';
import { ACCOUNT_CONFIG, type AccountConfig } from './account.config';

/** Argon2id (the library's default kind) with 19 MiB, two passes, one lane: OWASP's first choice for servers. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashes and compares passwords. At most `hashesAtOnce` run side by side and `hashQueue` wait, so that a flood of sign-ins
 * cannot take the machine away from everybody else; the rest is refused with `account.BUSY`.
 */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  constructor(@Inject(ACCOUNT_CONFIG) private readonly config: AccountConfig) {}

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(sameSpelling(password), parameters));
  }

  verify(passwordHash: string, password: string): Promise<boolean> {
    return this.inTurn(() => verify(passwordHash, sameSpelling(password)));
  }

  /** Compares when there is something to compare with, and takes the same time when there is not. */
  async verifyOrPretend(passwordHash: string | undefined, password: string): Promise<boolean> {
    if (passwordHash !== undefined) return this.verify(passwordHash, password);
    this.dummy ??= hash('nobody has this password', parameters);
    await this.verify(await this.dummy, password);
    return false;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.config.hashesAtOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.config.hashQueue) throw accountErrors.BUSY({ retryAfterSeconds: 2 });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the place to the next one in line, so that nobody overtakes. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) return next();
    this.running -= 1;
  }
}
