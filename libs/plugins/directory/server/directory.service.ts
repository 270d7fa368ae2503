import { Injectable } from '@nestjs/common';
import { type Actor, Directory, type Page, type PageRequest, type Person, type Tx, type Unit } from '@fashen/plugin-api';
import { directoryErrors, headRoleIds, permissionsOf, superiorIds } from '../model';
import { DirectoryRepository } from './directory.repository';
import { UnitRepository } from './unit.repository';

/** Units above each other at most; a longer way is a mistake in the data. */
const MOST_LEVELS = 20;
/** Heads of one bureau at most. */
const MOST_HEADS = 200;

type PersonQuery = { role?: string; post?: string; unitId?: string; text?: string } & PageRequest;

/** Answers who is who. */
@Injectable()
export class DirectoryService extends Directory {
  constructor(
    private readonly repository: DirectoryRepository,
    private readonly units: UnitRepository,
  ) {
    super();
  }

  find(tx: Tx, personId: string): Promise<Person | undefined> {
    return this.repository.find(tx, personId);
  }

  async require(tx: Tx, personId: string): Promise<Person> {
    const person = await this.repository.find(tx, personId);
    if (!person) throw directoryErrors.PERSON_MISSING({ personId });
    return person;
  }

  override names(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.repository.names(tx, [...new Set(personIds)]);
  }

  /** Active persons, ordered by id. */
  async list(tx: Tx, query: PersonQuery): Promise<Page<Person>> {
    const limit = Math.min(query.limit ?? 50, 200);
    const found = await this.repository.list(tx, { ...query, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: last.id } : { items };
  }

  async actor(tx: Tx, personId: string): Promise<Actor | undefined> {
    const found = await this.repository.findActor(tx, personId);
    if (!found) return undefined;
    return {
      kind: 'person',
      personId: found.id,
      name: found.name,
      unitId: found.unitId,
      roles: found.roles,
      permissions: permissionsOf(found.roles),
    };
  }

  unit(tx: Tx, unitId: string): Promise<Unit | undefined> {
    return this.units.find(tx, unitId);
  }

  async superiors(tx: Tx, personId: string): Promise<readonly Person[]> {
    const person = await this.repository.find(tx, personId);
    if (!person) return [];
    const ids = superiorIds(personId, await this.pathUp(tx, person.unitId));
    const found = await Promise.all(ids.map((id) => this.repository.find(tx, id)));
    return found.filter((one) => one !== undefined).filter(({ active }) => active);
  }

  async heads(tx: Tx): Promise<readonly Person[]> {
    const found = new Map<string, Person>();
    for (const role of headRoleIds) {
      // Who holds two such roles has the place of the later one.
      for (const person of await this.repository.list(tx, { role, limit: MOST_HEADS })) {
        found.delete(person.id);
        found.set(person.id, person);
      }
    }
    return [...found.values()];
  }

  /** The unit and those above it, itself first. */
  private async pathUp(tx: Tx, unitId: string): Promise<readonly Unit[]> {
    const path: Unit[] = [];
    let unit = await this.units.find(tx, unitId);
    while (unit && path.length < MOST_LEVELS) {
      path.push(unit);
      unit = unit.parentId === undefined ? undefined : await this.units.find(tx, unit.parentId);
    }
    return path;
  }
}
