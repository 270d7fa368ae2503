import { Injectable } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { accountErrors, StepUp } from '../model';
import { CredentialRepository } from './credential.repository';
import { PasswordHasher } from './password-hasher';
import { SignInService } from './sign-in.service';

/** Asks a signed-in person for the password once more. */
@Injectable()
export class StepUpService extends StepUp {
  constructor(
    private readonly units: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly signIns: SignInService,
    private readonly hasher: PasswordHasher,
  ) {
    super();
  }

  /** Counts before it compares, like signing in. Several units of work, so a client's idempotency key is put aside. */
  async requirePassword(requested: RequestContext, { password, address }: { password: string; address: string }): Promise<void> {
    const context = { ...requested, idempotency: undefined };
    const account = await this.units.read(context, (tx) => this.credentials.findByPerson(tx, context.actor.personId));
    if (!account) throw accountErrors.PASSWORD_WRONG();
    const attempt = { name: account.name, address };
    await this.units.run(context, (tx) => this.signIns.begin(tx, attempt));
    if (!(await this.hasher.verify(account.passwordHash, password))) throw accountErrors.PASSWORD_WRONG();
    await this.units.run(context, (tx) => this.signIns.forgive(tx, attempt));
  }
}
