import { createTestDatabase, schemaDrift, type TestDatabase } from '@fashen/testing';
import { circulatePlugin } from '@fashen/plugins/circulate/server';

describe('the tables of circulation', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ entities: circulatePlugin.entities ?? [], migrations: circulatePlugin.migrations ?? [] });
  });
  afterAll(() => database.drop());

  it('are what the entities say', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });
});
