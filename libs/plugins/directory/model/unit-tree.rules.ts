import type { Unit } from '@fashen/plugin-api';
import type { UnitChange } from './directory.schema';

/**
 * Superiors of a person, nearest first, each once: head and leader of the own unit, then those of the unit above, up to the top. Whoever
 * leads a unit of the way is answered only with those above. `path` is the own unit and the units above it.
 */
export function superiorIds(personId: string, path: readonly Unit[]): readonly string[] {
  const all = path.flatMap(({ headId, leaderId }) => [headId, leaderId]).filter((id) => id !== undefined);
  // Who leads several units of the way has the highest of these places.
  return all.slice(all.lastIndexOf(personId) + 1).filter((id, at, above) => above.lastIndexOf(id) === at);
}

/** True when a unit would come to stand below itself, with `parentId` as its new parent. */
export function closesRing(unitId: string, parentId: string, units: readonly Unit[]): boolean {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const seen = new Set<string>([unitId]);
  for (let id: string | undefined = parentId; id !== undefined; id = parentOf.get(id)) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

/** The unit after a change: what is given counts, `null` takes away, the rest stays. */
export function unitAfter({ id, name, ...before }: Unit, change: UnitChange): Unit {
  const { name: newName = name, ...places } = change;
  const given = Object.entries(places).filter(([, value]) => value !== undefined);
  const after = Object.entries({ ...before, ...Object.fromEntries(given) }).filter(([, value]) => value !== null);
  return { id, name: newName, ...Object.fromEntries(after) };
}
