import type { Person, Tx, Unit } from '@fashen/plugin-api';
import type { NewPerson, NewUnit, PersonChange, UnitChange } from './directory.schema';

/**
 * Keeps units and persons. Implemented by the directory plugin; a bureau with a directory of its own leaves it out.
 * Callers check the right to do so. Persons are never removed, so that old records keep their names: they become inactive.
 */
export abstract class PersonRegistry {
  /** True while the directory has no person at all. */
  abstract isEmpty(tx: Tx): Promise<boolean>;
  abstract addUnit(tx: Tx, unit: NewUnit): Promise<Unit>;
  abstract listUnits(tx: Tx): Promise<readonly Unit[]>;
  /** Name, place in the tree, head and leader of a unit. */
  abstract changeUnit(tx: Tx, unitId: string, change: UnitChange): Promise<Unit>;
  abstract addPerson(tx: Tx, person: NewPerson): Promise<Person>;
  abstract changePerson(tx: Tx, personId: string, change: PersonChange): Promise<Person>;
}
