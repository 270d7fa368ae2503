import { createTestDatabase, schemaDrift } from '@fashen/testing';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';

describe('tables of decisions', () => {
  it('are what the entities say', async () => {
    // given
    const { entities = [], migrations = [] } = decisionRulePlugin;
    const database = await createTestDatabase({ entities, migrations });
    // when
    const drift = await schemaDrift(database.dataSource);
    await database.drop();
    // then
    expect(drift).toEqual([]);
  });
});
