import type { Person, Tx } from '@fashen/plugin-api';
import type { NewPerson, NewUnit, PersonChange, UnitReply } from './directory.schema';

/**
 * Keeps units and persons. Implemented by the directory plugin; a bureau with a directory of its own leaves it out.
 * Callers check the right to do so. Persons are never removed, so that old records keep their names: they become inactive.
 */
export abstract class PersonRegistry {
  /** True while the directory has no person at all. */
  abstract isEmpty(tx: Tx): Promise<boolean>;
  abstract addUnit(tx: Tx, unit: NewUnit): Promise<UnitReply>;
  abstract listUnits(tx: Tx): Promise<readonly UnitReply[]>;
  abstract addPerson(tx: Tx, person: NewPerson): Promise<Person>;
  abstract changePerson(tx: Tx, personId: string, change: PersonChange): Promise<Person>;
}
