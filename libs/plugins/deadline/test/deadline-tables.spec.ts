import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { deadlinePlugin } from '../server';

describe('tables of deadlines', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = deadlinePlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
