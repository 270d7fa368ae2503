import { createTestDatabase, schemaDrift, type TestDatabase } from '@fashen/testing';
import { notificationPlugin } from '@fashen/plugins/notification/server';

describe('the tables of notices and webhooks', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ entities: notificationPlugin.entities ?? [], migrations: notificationPlugin.migrations ?? [] });
  });
  afterAll(() => database.drop());

  it('are what the entities say', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });
});
