import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { legalBasisPlugin } from '../server';

describe('the tables of the library of clauses', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = legalBasisPlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
