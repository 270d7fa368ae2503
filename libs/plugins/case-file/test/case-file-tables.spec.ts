import { createTestDatabase, schemaDrift, type TestDatabase } from '@fashen/testing';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';

describe('the table of case files', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ entities: caseFilePlugin.entities ?? [], migrations: caseFilePlugin.migrations ?? [] });
  });
  afterAll(() => database.drop());

  it('is what the entity says', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });
});
