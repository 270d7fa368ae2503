import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { accountPlugin } from '@fashen/plugins/account/server';

describe('the tables of accounts', () => {
  it('are what the entities say', async () => {
    // given
    const database = await createTestDatabase({ entities: accountPlugin.entities ?? [], migrations: accountPlugin.migrations ?? [] });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
