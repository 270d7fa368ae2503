import { Body, Controller, Post } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowPublic, Context, parsedBy } from '@fashen/plugin-api/server';
import { type AccountReply, type SetupBody, setupBody } from '../model';
import { PasswordService } from './password.service';
import { SetupGate } from './account-registry.service';
import { SetupService } from './setup.service';

/** The first account of a production installation; needs the token that the server wrote on its console. */
@Controller('setup')
export class SetupController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly setups: SetupService,
    private readonly passwords: PasswordService,
    private readonly gate: SetupGate,
  ) {}

  @Post()
  @AllowPublic()
  async setUp(@Context() context: RequestContext, @Body(parsedBy(setupBody)) body: SetupBody): Promise<AccountReply> {
    this.gate.requireToken(body.token);
    const passwordHash = await this.passwords.hash(body.password, [body.name, body.personId]);
    const account = await this.units.run(context, (tx) => this.setups.setUp(tx, body, passwordHash));
    this.gate.close();
    return account;
  }
}
