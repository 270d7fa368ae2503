import { PersonRegistry, directoryErrors } from '@fashen/plugins/directory/model';
import { isWorkflowError } from '@fashen/plugin-api';
import type { Desk } from './desk';
import type { WorldParts } from './fashen-world';

const UNIT = 'bureau';

/** Brings the people of a world into the directory. Units are shared by all worlds. */
export async function addPeople(desk: Desk, { world, cast }: Pick<WorldParts, 'world' | 'cast'>): Promise<void> {
  const registry = desk.get(PersonRegistry);
  for (const id of new Set(world.people.map(({ unit }) => unit ?? UNIT))) await addUnit(desk, id);
  await desk.run(async (tx) => {
    for (const person of world.people) {
      const { id, unit: unitId = UNIT } = person;
      await registry.addPerson(tx, { id: cast.idOf(id), name: id, unitId, roles: [...cast.rolesOf(person)], posts: [], certificates: [] });
    }
  });
}

async function addUnit(desk: Desk, id: string): Promise<void> {
  try {
    await desk.run((tx) => desk.get(PersonRegistry).addUnit(tx, { id, name: id }));
  } catch (error) {
    if (!isWorkflowError(error) || error.code !== directoryErrors.UNIT_EXISTS.code) throw error;
  }
}
