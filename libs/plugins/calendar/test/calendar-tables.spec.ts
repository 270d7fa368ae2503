import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { calendarPlugin } from '../server';

describe('tables of the calendar', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = calendarPlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
