import { Injectable } from '@nestjs/common';
import type { JsonObject, Person, Tx } from '@fashen/plugin-api';
import {
  directoryErrors,
  directoryEvents,
  type NewPerson,
  type NewUnit,
  type PersonChange,
  PersonRegistry,
  type UnitReply,
} from '../model';
import { DirectoryRepository } from './directory.repository';
import { DirectoryService } from './directory.service';

/** Keeps units and persons. */
@Injectable()
export class PersonRegistryService extends PersonRegistry {
  constructor(
    private readonly repository: DirectoryRepository,
    private readonly directory: DirectoryService,
  ) {
    super();
  }

  async isEmpty(tx: Tx): Promise<boolean> {
    return !(await this.repository.hasPerson(tx));
  }

  listUnits(tx: Tx): Promise<readonly UnitReply[]> {
    return this.repository.listUnits(tx);
  }

  async addUnit(tx: Tx, unit: NewUnit): Promise<UnitReply> {
    if (await this.repository.findUnit(tx, unit.id)) throw directoryErrors.UNIT_EXISTS({ unitId: unit.id });
    if (unit.parentId) await this.requireUnit(tx, unit.parentId);
    await this.repository.addUnit(tx, unit);
    tx.emit(directoryEvents.unitAdded({ unitId: unit.id }));
    return unit;
  }

  async addPerson(tx: Tx, person: NewPerson): Promise<Person> {
    if (await this.repository.find(tx, person.id)) throw directoryErrors.PERSON_EXISTS({ personId: person.id });
    await this.requireUnit(tx, person.unitId);
    await this.repository.addPerson(tx, person);
    tx.emit(directoryEvents.personAdded({ personId: person.id, unitId: person.unitId, roles: person.roles }));
    return this.directory.require(tx, person.id);
  }

  /** Changes what is given and leaves the rest. Of oneself, only the name: powers come from another person. */
  async changePerson(tx: Tx, personId: string, change: PersonChange): Promise<Person> {
    const { name: _name, ...standing } = change;
    if (personId === tx.actor.personId && Object.keys(standing).length > 0) throw directoryErrors.OWN_STANDING({ personId });
    const before = await this.directory.require(tx, personId);
    if (change.unitId) await this.requireUnit(tx, change.unitId);
    await this.repository.replacePerson(tx, {
      id: personId,
      name: change.name ?? before.name,
      unitId: change.unitId ?? before.unitId,
      active: change.active ?? before.active,
    });
    await this.repository.replaceHeld(tx, personId, change);
    const after = await this.directory.require(tx, personId);
    tx.emit(directoryEvents.personChanged({ personId }, { before: standingOf(before), after: standingOf(after) }));
    return after;
  }

  private async requireUnit(tx: Tx, unitId: string): Promise<void> {
    if (!(await this.repository.findUnit(tx, unitId))) throw directoryErrors.UNIT_MISSING({ unitId });
  }
}

const standingOf = (person: Person): JsonObject => ({
  unitId: person.unitId,
  roles: person.roles,
  posts: person.posts,
  active: person.active,
});
