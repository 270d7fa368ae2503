import { Injectable } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { accountErrors, StepUp } from '../model';
import { PasswordHasher } from './password-hasher';
import { PinService } from './pin.service';
import { SignInService } from './sign-in.service';

/** Asks a signed-in person for the password once more, or for the signing PIN. */
@Injectable()
export class StepUpService extends StepUp {
  constructor(
    private readonly units: UnitOfWork,
    private readonly signIns: SignInService,
    private readonly hasher: PasswordHasher,
    private readonly pins: PinService,
  ) {
    super();
  }

  /** Counts before it compares, like signing in. Several units of work, so a client's idempotency key is put aside. */
  async requirePassword(requested: RequestContext, { password, address }: { password: string; address: string }): Promise<void> {
    const context = { ...requested, idempotency: undefined };
    const account = await this.units.read(context, (tx) => this.signIns.ownAccount(tx));
    if (!account) throw accountErrors.PASSWORD_WRONG();
    const attempt = { name: account.name, address };
    await this.units.run(context, (tx) => this.signIns.begin(tx, attempt));
    if (!(await this.hasher.verify(account.passwordHash, password))) throw accountErrors.PASSWORD_WRONG();
    await this.units.run(context, (tx) => this.signIns.forgive(tx, attempt));
  }

  /** Counts before it compares; a PIN that was changed while it was compared is a wrong one. */
  async requirePin(requested: RequestContext, { pin: typed, address }: { pin: string; address: string }): Promise<void> {
    const context = { ...requested, idempotency: undefined };
    const { pin, left } = await this.units.run(context, (tx) => this.pins.begin(tx, address));
    const fits = await this.pins.fits(pin, typed);
    if (!pin || !fits || !(await this.units.run(context, (tx) => this.pins.finish(tx, address, pin))))
      throw accountErrors.PIN_WRONG({ left });
  }
}
