import { Injectable } from '@nestjs/common';
import { type Actor, Directory, type Page, type PageRequest, type Person, type Tx } from '@fashen/plugin-api';
import { directoryErrors, permissionsOf } from '../model';
import { DirectoryRepository } from './directory.repository';

type PersonQuery = { role?: string; post?: string; unitId?: string; text?: string } & PageRequest;

/** Answers who is who. */
@Injectable()
export class DirectoryService extends Directory {
  constructor(private readonly repository: DirectoryRepository) {
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
}
