import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { discussionPlugin } from '../server';

describe('tables of discussions', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = discussionPlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
