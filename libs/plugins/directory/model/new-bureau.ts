import type { Tx } from '@fashen/plugin-api';
import type { NewPerson, NewUnit, UnitChange } from './directory.schema';
import type { PersonRegistry } from './person-registry';

/** Units, persons and heads of a bureau, as `sampleBureau` has them. */
export interface Bureau {
  readonly units: readonly NewUnit[];
  readonly persons: readonly NewPerson[];
  readonly heads: readonly (Pick<UnitChange, 'headId' | 'leaderId'> & { readonly unitId: string })[];
}

/** Brings a whole bureau into an empty directory. */
export async function addBureau(tx: Tx, registry: PersonRegistry, { units, persons, heads }: Bureau): Promise<void> {
  for (const unit of units) await registry.addUnit(tx, unit);
  for (const person of persons) await registry.addPerson(tx, person);
  for (const { unitId, ...leading } of heads) await registry.changeUnit(tx, unitId, leading);
}
