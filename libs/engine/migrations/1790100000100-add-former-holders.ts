import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const TABLE = 'engine_former_holder';

/** People who held a task of a case and gave it away. */
export class AddFormerHolders1790100000100 implements MigrationInterface {
  readonly name = 'AddFormerHolders1790100000100';

  async up(runner: QueryRunner): Promise<void> {
    const key = { isPrimary: true };
    await runner.createTable(new Table({ name: TABLE, columns: [columns.ref('person_id', key), columns.ref('instance_id', key)] }), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
