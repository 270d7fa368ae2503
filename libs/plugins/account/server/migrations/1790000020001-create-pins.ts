import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Signing PINs, one a person. */
export class CreatePins1790000020001 implements MigrationInterface {
  readonly name = 'CreatePins1790000020001';

  async up(runner: QueryRunner): Promise<void> {
    const table = new Table({
      name: 'account_pin',
      columns: [columns.id(), columns.ref('person_id'), columns.text('pin_hash', 255), columns.instant('set_at')],
      indices: [{ name: 'account_pin_person', columnNames: ['person_id'], isUnique: true }],
    });
    await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('account_pin');
  }
}
