import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { penaltyExecutionPlugin } from '../server';

describe('table of disputes', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = penaltyExecutionPlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
