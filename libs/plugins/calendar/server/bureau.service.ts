import { Injectable } from '@nestjs/common';
import type { Tx, Unit } from '@fashen/plugin-api';
import { PersonRegistry } from '@fashen/plugins/directory/model';

/** Finds the bureau somebody belongs to: the unit at the top of their own. */
@Injectable()
export class BureauService {
  private readonly known = new Map<string, Unit>();

  constructor(private readonly registry: PersonRegistry) {}

  /** The bureau of a unit, by default the actor's; for the system itself, which is of no unit, the only one there is. */
  async find(tx: Tx, unitId: string | undefined = tx.actor.unitId): Promise<Unit | undefined> {
    // Units are added and never moved, so what was found once stays true.
    const known = unitId === undefined ? undefined : this.known.get(unitId);
    if (known) return known;
    const units = await this.registry.listUnits(tx);
    const bureau = unitId === undefined ? onlyBureau(units) : bureauOf(unitId, units);
    if (unitId !== undefined && bureau) this.known.set(unitId, bureau);
    return bureau;
  }
}

function onlyBureau(units: readonly Unit[]): Unit | undefined {
  const bureaus = units.filter(({ parentId }) => parentId === undefined);
  return bureaus.length === 1 ? bureaus[0] : undefined;
}

function bureauOf(unitId: string, units: readonly Unit[]): Unit | undefined {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  let unit = byId.get(unitId);
  for (let steps = 0; unit?.parentId !== undefined && steps < units.length; steps += 1) unit = byId.get(unit.parentId);
  return unit;
}
