import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { accountErrors, accountEvents, type PinReply, pinWeaknessesOf } from '../model';
import { ACCOUNT_CONFIG, type AccountConfig } from './account.config';
import { AttemptsService } from './attempts.service';
import { PasswordHasher } from './password-hasher';
import { type Pin, PinRepository } from './pin.repository';

/** Signing PINs: shorter than a password, good for signing only, and locked by themselves. */
@Injectable()
export class PinService {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly repository: PinRepository,
    private readonly attempts: AttemptsService,
    @Inject(ACCOUNT_CONFIG) private readonly config: AccountConfig,
  ) {}

  async show(tx: Tx): Promise<PinReply> {
    const pin = await this.repository.find(tx, tx.actor.personId);
    return { isSet: pin !== undefined, minLength: this.config.pinMinLength, ...(pin && { setAt: pin.setAt }) };
  }

  /** Hashes a PIN that may be used; throws `account.PIN_WEAK` with everything that stands against it. */
  hash(pin: string): Promise<string> {
    const { pinMinLength: minLength, pinTrivial: trivial } = this.config;
    const weaknesses = pinWeaknessesOf(pin, { minLength, trivial });
    if (weaknesses.length > 0) throw accountErrors.PIN_WEAK({ weaknesses, minLength });
    return this.hasher.hash(pin);
  }

  /** The actor's PIN is this one from now on. A lock of the one before ends: whoever sets a PIN has given the password. */
  async set(tx: Tx, pinHash: string): Promise<void> {
    const { personId } = tx.actor;
    const replaced = (await this.repository.find(tx, personId)) !== undefined;
    await this.repository.replace(tx, personId, pinHash);
    await this.attempts.clearPin(tx, personId);
    tx.emit(accountEvents.pinSet({ personId, replaced }));
  }

  /** A person without a PIN stays without one, and nothing is told. */
  async remove(tx: Tx, personId: string): Promise<void> {
    if (!(await this.repository.find(tx, personId))) return;
    await this.repository.remove(tx, personId);
    await this.attempts.clearPin(tx, personId);
    tx.emit(accountEvents.pinRemoved({ personId, byAdministrator: personId !== tx.actor.personId }));
  }

  /** First step of a check: counts the attempt, so that a hundred at once cannot slip past the limit, and says which PIN it is about. */
  async begin(tx: Tx, address: string): Promise<{ readonly pin?: Pin; readonly left: number }> {
    const { personId } = tx.actor;
    const { lockedUntil, left } = await this.attempts.countPin(tx, { personId, address });
    if (lockedUntil > tx.now.getTime()) tx.emit(accountEvents.pinLocked({ personId, until: lockedUntil }));
    const pin = await this.repository.find(tx, personId);
    return { left, ...(pin && { pin }) };
  }

  /** Second step, outside of any transaction; takes the same time for a person without a PIN. */
  fits(pin: Pin | undefined, typed: string): Promise<boolean> {
    return this.hasher.verifyOrPretend(pin?.pinHash, typed);
  }

  /** Last step, the PIN having been right: it must still be the same. A change in between makes it a wrong one. */
  async finish(tx: Tx, address: string, checked: Pick<Pin, 'id'>): Promise<boolean> {
    const { personId } = tx.actor;
    if ((await this.repository.find(tx, personId))?.id !== checked.id) return false;
    await this.attempts.clearPin(tx, personId, address);
    return true;
  }
}
