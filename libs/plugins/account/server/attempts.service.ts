import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { accountErrors, type Attempts, isLocked, type LockPolicy, loginKey, withAttempt } from '../model';
import { ACCOUNT_CONFIG, type AccountConfig } from './account.config';
import { AttemptRepository } from './attempt.repository';

const DAY_MINUTES = 1_440;
const HOUR_MINUTES = 60;

/** Who tries: the name that was typed and the address it came from. */
export interface Attempt {
  readonly name: string;
  readonly address: string;
}

/** Who tries a signing PIN, and from where. */
export interface PinAttempt {
  readonly personId: string;
  readonly address: string;
}

/** Counts failed sign-ins by name and by address and locks both, whether the name exists or not; and wrong PINs by person. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly repository: AttemptRepository,
    @Inject(ACCOUNT_CONFIG) private readonly config: AccountConfig,
  ) {}

  /** Counts an attempt before its password is looked at. Throws `account.TOO_MANY_ATTEMPTS` while name or address is locked. */
  async count(tx: Tx, attempt: Attempt): Promise<{ readonly lockedUntil: number }> {
    await this.countOne(tx, addressId(attempt.address), this.addressPolicy());
    return this.countOne(tx, nameId(attempt.name), this.namePolicy());
  }

  /** A success ends the row of failures under this name. */
  async clear(tx: Tx, attempt: Attempt): Promise<void> {
    await this.repository.remove(tx, nameId(attempt.name));
    await this.repository.takeBack(tx, addressId(attempt.address));
  }

  /** Opens a name again at an administrator's word. */
  async unlock(tx: Tx, name: string): Promise<void> {
    await this.repository.remove(tx, nameId(name));
  }

  /** Counts a PIN before it is looked at. Throws `account.PIN_LOCKED`, or `account.TOO_MANY_ATTEMPTS` for the address. */
  async countPin(tx: Tx, { personId, address }: PinAttempt): Promise<{ readonly lockedUntil: number; readonly left: number }> {
    await this.countOne(tx, addressId(address), this.addressPolicy());
    const { pinFailuresBeforeLock: most, lockMinutes, lockMaxMinutes } = this.config;
    const now = tx.now.getTime();
    const before = await this.repository.lock(tx, pinId(personId));
    if (isLocked(before, now)) throw accountErrors.PIN_LOCKED(waitFor(before.lockedUntil - now));
    const policy = { failuresBeforeLock: most, lockMinutes, lockMaxMinutes, forgetMinutes: DAY_MINUTES };
    const after = withAttempt(before, now, policy);
    await this.repository.replace(tx, pinId(personId), after);
    return { lockedUntil: after.lockedUntil, left: (most - (after.failures % most)) % most };
  }

  /** The row of wrong PINs ends; an attempt that was right is taken back from its address. */
  async clearPin(tx: Tx, personId: string, address?: string): Promise<void> {
    await this.repository.remove(tx, pinId(personId));
    if (address !== undefined) await this.repository.takeBack(tx, addressId(address));
  }

  /** Until when these names are locked; 0 when they are not. */
  async locks(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await this.repository.find(tx, names.map(nameId));
    return new Map(names.map((name) => [name, lockOf(found.get(nameId(name)), tx.now.getTime())]));
  }

  private async countOne(tx: Tx, id: string, policy: LockPolicy): Promise<Attempts> {
    const now = tx.now.getTime();
    const before = await this.repository.lock(tx, id);
    if (isLocked(before, now)) throw accountErrors.TOO_MANY_ATTEMPTS({ retryAfterSeconds: Math.ceil((before.lockedUntil - now) / 1000) });
    const after = withAttempt(before, now, policy);
    await this.repository.replace(tx, id, after);
    return after;
  }

  private namePolicy(): LockPolicy {
    const { failuresBeforeLock, lockMinutes, lockMaxMinutes } = this.config;
    return { failuresBeforeLock, lockMinutes, lockMaxMinutes, forgetMinutes: DAY_MINUTES };
  }

  private addressPolicy(): LockPolicy {
    const failuresBeforeLock = this.config.failuresPerAddress;
    return { failuresBeforeLock, lockMinutes: HOUR_MINUTES, lockMaxMinutes: HOUR_MINUTES, forgetMinutes: HOUR_MINUTES };
  }
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');
const nameId = (name: string): string => `name:${hashed(loginKey(name))}`;
const pinId = (personId: string): string => `pin:${hashed(personId)}`;
const waitFor = (ms: number): { readonly retryAfterSeconds: number; readonly minutes: number } => ({
  retryAfterSeconds: Math.ceil(ms / 1000),
  minutes: Math.ceil(ms / 60_000),
});
const addressId = (address: string): string => `address:${hashed(address)}`;
const lockOf = (attempts: Attempts | undefined, now: number): number => (attempts && isLocked(attempts, now) ? attempts.lockedUntil : 0);
