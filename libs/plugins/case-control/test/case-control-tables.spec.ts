import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { caseControlPlugin } from '../server';

describe('tables of the control of cases', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = caseControlPlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
