import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { reworkPlugin } from '../server';

describe('tables of rework', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = reworkPlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
