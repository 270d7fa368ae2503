import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { accountErrors, type AccountReply, type SetupBody } from '../model';
import { AccountService } from './account.service';

const BUREAU = 'bureau';

/** Makes the bureau, its administrator and the administrator's account. */
@Injectable()
export class SetupService {
  constructor(
    private readonly accounts: AccountService,
    private readonly persons: PersonRegistry,
  ) {}

  /** Refused as soon as there is any account, for ever, because accounts are never removed. */
  async setUp(tx: Tx, setup: SetupBody, passwordHash: string): Promise<AccountReply> {
    if (!(await this.accounts.isEmpty(tx))) throw accountErrors.SETUP_CLOSED();
    await this.persons.addUnit(tx, { id: BUREAU, name: setup.bureauName });
    await this.persons.addPerson(tx, {
      id: setup.personId,
      name: setup.personName,
      unitId: BUREAU,
      roles: ['account-admin', 'operator'],
      posts: [],
      certificates: [],
    });
    return this.accounts.add(tx, { personId: setup.personId, name: setup.name, passwordHash });
  }
}
