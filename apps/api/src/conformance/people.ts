import type { KitPerson, World } from '@fashen/conformance';
import { PersonRegistry, directoryErrors } from '@fashen/plugins/directory/model';
import { isWorkflowError } from '@fashen/plugin-api';
import type { Cast } from './cast';
import type { Desk } from './desk';

const UNIT = 'bureau';

/** Brings the people of a world into the directory. Units are shared by all worlds, but for those that somebody of this world leads. */
export async function addPeople(desk: Desk, { world, cast }: { readonly world: World; readonly cast: Cast }): Promise<void> {
  const registry = desk.get(PersonRegistry);
  for (const id of new Set(world.people.map(({ unit }) => unit ?? UNIT))) await addUnit(desk, id);
  await desk.run(async (tx) => {
    const led = new Map(world.people.flatMap((person) => ledUnitOf(person, cast.suffix)));
    for (const [id, { parentId }] of led) await registry.addUnit(tx, { id, name: id, parentId });
    for (const person of world.people) {
      const { id, unit = UNIT } = person;
      const [[unitId] = [unit]] = ledUnitOf(person, cast.suffix);
      await registry.addPerson(tx, { id: cast.idOf(id), name: id, unitId, roles: [...cast.rolesOf(person)], posts: [], certificates: [] });
    }
    for (const [id, { headId }] of led) await registry.changeUnit(tx, id, { headId: cast.idOf(headId) });
  });
}

/** The superior of a person is the head of a unit here. */
function ledUnitOf(
  { unit = UNIT, superior }: KitPerson,
  suffix: string,
): readonly (readonly [string, { parentId: string; headId: string }])[] {
  return superior === undefined ? [] : [[`${unit}-${superior}-${suffix}`, { parentId: unit, headId: superior }]];
}

async function addUnit(desk: Desk, id: string): Promise<void> {
  try {
    await desk.run((tx) => desk.get(PersonRegistry).addUnit(tx, { id, name: id }));
  } catch (error) {
    if (!isWorkflowError(error) || error.code !== directoryErrors.UNIT_EXISTS.code) throw error;
  }
}
