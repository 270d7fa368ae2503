import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { attachmentPlugin } from '@fashen/plugins/attachment/server';

describe('the tables of attachments', () => {
  it('are what the entities say', async () => {
    // given
    const database = await createTestDatabase({ entities: attachmentPlugin.entities ?? [], migrations: attachmentPlugin.migrations ?? [] });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
