import { Inject, Injectable } from '@nestjs/common';
import { configToken, Directory, type JsonObject, type Person, type Tx } from '@fashen/plugin-api';
import { personIdsAt } from '@fashen/plugins/assignment/model';
import { circulateErrors, type CopyRule, type ReadersBody } from '../model';
import type { CirculateConfig } from './circulate.config';

/** Finds the people a copy goes to, each once. */
@Injectable()
export class ReadersService {
  constructor(
    @Inject(configToken('circulate')) private readonly config: CirculateConfig,
    private readonly directory: Directory,
  ) {}

  /** The people a person names. Somebody who has left is refused by name, not left out. */
  async namedBy(tx: Tx, body: ReadersBody): Promise<readonly Person[]> {
    const people = new Map<string, Person>();
    for (const personId of body.personIds) people.set(personId, await this.requireActive(tx, personId));
    for (const person of await this.ofRoles(tx, body.roles)) people.set(person.id, person);
    if (people.size === 0) throw circulateErrors.NOBODY_NAMED();
    if (people.size > this.config.maxReaders) throw circulateErrors.TOO_MANY_READERS({ max: this.config.maxReaders });
    return [...people.values()];
  }

  /** The people a step names. Who has left is left out: a step never stops because of a copy. */
  async drawnBy(tx: Tx, rule: CopyRule, variables: JsonObject): Promise<readonly Person[]> {
    if (rule.kind === 'role') return (await this.ofRoles(tx, rule.value)).slice(0, this.config.maxReaders);
    const ids = rule.kind === 'person' ? rule.value : rule.value.flatMap((path) => personIdsAt(variables, path));
    return (await this.activeOf(tx, ids)).slice(0, this.config.maxReaders);
  }

  /** Those of these people who are still there, each once. */
  async activeOf(tx: Tx, personIds: readonly string[]): Promise<readonly Person[]> {
    const found: Person[] = [];
    for (const id of new Set(personIds)) {
      const person = await this.directory.find(tx, id);
      if (person?.active) found.push(person);
    }
    return found;
  }

  private async requireActive(tx: Tx, personId: string): Promise<Person> {
    const person = await this.directory.find(tx, personId);
    if (!person?.active) throw circulateErrors.TARGET_INACTIVE({ personId });
    return person;
  }

  private async ofRoles(tx: Tx, roles: readonly string[]): Promise<readonly Person[]> {
    const people = new Map<string, Person>();
    for (const role of roles) {
      for (const person of await this.ofRole(tx, role)) people.set(person.id, person);
    }
    return [...people.values()];
  }

  /** Everybody active of a role; beyond the limit nobody is looked for. */
  private async ofRole(tx: Tx, role: string): Promise<readonly Person[]> {
    const people: Person[] = [];
    let after: string | undefined;
    do {
      const page = await this.directory.list(tx, { role, limit: 200, ...(after !== undefined && { after }) });
      people.push(...page.items.filter((person) => person.active));
      after = page.next;
    } while (after !== undefined && people.length <= this.config.maxReaders);
    return people;
  }
}
