import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { legalReviewPlugin } from '../server';

describe('tables of legal review', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = legalReviewPlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
