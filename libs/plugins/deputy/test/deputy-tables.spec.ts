import { deputyPlugin } from '@fashen/plugins/deputy/server';
import { createTestDatabase, schemaDrift, type TestDatabase } from '@fashen/testing';

describe('the tables of deputies', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ entities: deputyPlugin.entities ?? [], migrations: deputyPlugin.migrations ?? [] });
  });
  afterAll(() => database.drop());

  it('are what the entities say', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });
});
