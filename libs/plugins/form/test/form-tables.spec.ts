import { createTestDatabase, schemaDrift, type TestDatabase } from '@fashen/testing';
import { formPlugin } from '@fashen/plugins/form/server';

describe('the table of forms', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ entities: formPlugin.entities ?? [], migrations: formPlugin.migrations ?? [] });
  });
  afterAll(() => database.drop());

  it('is what the entity says', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });
});
