import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { directoryPlugin } from '@fashen/plugins/directory/server';

describe('the tables of the directory', () => {
  it('are what the entities say', async () => {
    // given
    const database = await createTestDatabase({ entities: directoryPlugin.entities ?? [], migrations: directoryPlugin.migrations ?? [] });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
