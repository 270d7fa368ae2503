import { createTestDatabase, schemaDrift, type TestDatabase } from '@fashen/testing';
import { opinionPlugin } from '@fashen/plugins/opinion/server';

describe('the tables of opinions', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ entities: opinionPlugin.entities ?? [], migrations: opinionPlugin.migrations ?? [] });
  });
  afterAll(() => database.drop());

  it('are what the entities say', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });
});
