import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@fashen/plugin-api';
import { AccountRegistry } from '@fashen/plugins/account/model';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import type { Config } from '../config';
import { SERVER_CONFIG } from '../http/tokens';
import { bootContext } from './boot-context';

/** What the first start did, for the person at the console. */
export type FirstStart =
  | { readonly kind: 'none' }
  /** A sample installation that was set up before. */
  | { readonly kind: 'known' }
  | { readonly kind: 'sample'; readonly password: string; readonly names: readonly string[] }
  | { readonly kind: 'setup'; readonly token: string };

const KNOWN_PASSWORD = 'Yangli-2026-fashen';
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Where persons and accounts are kept. */
@Injectable()
export class Registries {
  constructor(
    readonly accounts: AccountRegistry,
    readonly persons: PersonRegistry,
  ) {}
}

/** Gives an empty installation its first accounts: the sample bureau, or in production a token with which somebody makes the first one. */
@Injectable()
export class FirstStartService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly registries: Registries,
    @Inject(SERVER_CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<FirstStart> {
    const { accounts, persons } = this.registries;
    const hasNone = await this.units.read(bootContext(this.clock), (tx) => accounts.isEmpty(tx));
    if (!hasNone) return { kind: this.config.mode === 'production' ? 'none' : 'known' };
    if (this.config.mode === 'production') return { kind: 'setup', token: accounts.openSetup() };
    const isNew = await this.units.read(bootContext(this.clock), (tx) => persons.isEmpty(tx));
    return isNew ? this.seedSample() : { kind: 'none' };
  }

  private async seedSample(): Promise<FirstStart> {
    const { accounts, persons } = this.registries;
    const password = this.samplePassword();
    const hashes = await Promise.all(sampleBureau.persons.map((person) => accounts.hash(password, [person.id])));
    await this.units.run(bootContext(this.clock), async (tx) => {
      for (const unit of sampleBureau.units) await persons.addUnit(tx, unit);
      for (const [index, person] of sampleBureau.persons.entries()) {
        await persons.addPerson(tx, person);
        await accounts.add(tx, { personId: person.id, name: person.id, passwordHash: hashes[index] ?? '' });
      }
      for (const { unitId, ...leading } of sampleBureau.heads) await persons.changeUnit(tx, unitId, leading);
    });
    return { kind: 'sample', password, names: sampleBureau.persons.map((person) => person.id) };
  }

  /** A password that everybody can read in the manual is used only where nobody else can reach the server. */
  private samplePassword(): string {
    if (this.config.samplePassword) return this.config.samplePassword;
    return loopback.has(this.config.host) ? KNOWN_PASSWORD : `Aa1-${randomBytes(12).toString('base64url')}`;
  }
}
