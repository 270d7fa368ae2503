import { createTestDatabase, schemaDrift, type TestDatabase } from '@fashen/testing';
import { recordPlugin } from '@fashen/plugins/record/server';

describe('the table of the record', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ entities: recordPlugin.entities ?? [], migrations: recordPlugin.migrations ?? [] });
  });
  afterAll(() => database.drop());

  it('is what the entity says', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });
});
