import { Injectable } from '@nestjs/common';
import type { JsonObject, Person, Tx, Unit } from '@fashen/plugin-api';
import {
  closesRing,
  directoryErrors,
  directoryEvents,
  type NewPerson,
  type NewUnit,
  type PersonChange,
  PersonRegistry,
  unitAfter,
  type UnitChange,
} from '../model';
import { DirectoryRepository } from './directory.repository';
import { DirectoryService } from './directory.service';
import { UnitRepository } from './unit.repository';

/** Keeps units and persons. */
@Injectable()
export class PersonRegistryService extends PersonRegistry {
  constructor(
    private readonly repository: DirectoryRepository,
    private readonly directory: DirectoryService,
    private readonly units: UnitRepository,
  ) {
    super();
  }

  async isEmpty(tx: Tx): Promise<boolean> {
    return !(await this.repository.hasPerson(tx));
  }

  listUnits(tx: Tx): Promise<readonly Unit[]> {
    return this.units.list(tx);
  }

  async addUnit(tx: Tx, unit: NewUnit): Promise<Unit> {
    if (await this.units.find(tx, unit.id)) throw directoryErrors.UNIT_EXISTS({ unitId: unit.id });
    if (unit.parentId) await this.requireUnit(tx, unit.parentId);
    await this.units.add(tx, unit);
    tx.emit(directoryEvents.unitAdded({ unitId: unit.id }));
    return unit;
  }

  /** Changes what is given and leaves the rest. Nobody makes oneself the head of a unit. */
  async changeUnit(tx: Tx, unitId: string, change: UnitChange): Promise<Unit> {
    const before = await this.units.find(tx, unitId);
    if (!before) throw directoryErrors.UNIT_MISSING({ unitId });
    if (change.parentId) await this.requirePlace(tx, unitId, change.parentId);
    for (const personId of [change.headId, change.leaderId]) if (personId) await this.requireLeader(tx, personId);
    const after = unitAfter(before, change);
    await this.units.replace(tx, after);
    tx.emit(directoryEvents.unitChanged({ unitId }, { before: placeOf(before), after: placeOf(after) }));
    return after;
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

  private async requirePlace(tx: Tx, unitId: string, parentId: string): Promise<void> {
    await this.requireUnit(tx, parentId);
    if (closesRing(unitId, parentId, await this.units.list(tx))) throw directoryErrors.UNIT_RING({ unitId, parentId });
  }

  private async requireLeader(tx: Tx, personId: string): Promise<void> {
    if (personId === tx.actor.personId) throw directoryErrors.OWN_STANDING({ personId });
    const { active } = await this.directory.require(tx, personId);
    if (!active) throw directoryErrors.PERSON_LEFT({ personId });
  }

  private async requireUnit(tx: Tx, unitId: string): Promise<void> {
    if (!(await this.units.find(tx, unitId))) throw directoryErrors.UNIT_MISSING({ unitId });
  }
}

const standingOf = (person: Person): JsonObject => ({
  unitId: person.unitId,
  roles: person.roles,
  posts: person.posts,
  active: person.active,
});

const placeOf = ({ id: _id, name: _name, ...place }: Unit): JsonObject => ({ ...place });
