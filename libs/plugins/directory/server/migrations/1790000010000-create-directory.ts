import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Units, persons and what persons hold. */
export class CreateDirectory1790000010000 implements MigrationInterface {
  readonly name = 'CreateDirectory1790000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'directory_unit',
        columns: [columns.id(), columns.text('name', 100), columns.ref('parent_id', { isNullable: true })],
      }),
      true,
    );
    await runner.createTable(
      new Table({
        name: 'directory_person',
        columns: [
          columns.id(),
          columns.text('name', 100),
          columns.ref('unit_id'),
          columns.flag(runner, 'active'),
          columns.instant('created_at'),
        ],
        indices: [{ name: 'directory_person_unit', columnNames: ['unit_id'] }],
      }),
      true,
    );
    await runner.createTable(heldTable('directory_role', 'role'), true);
    await runner.createTable(heldTable('directory_post', 'post'), true);
    await runner.createTable(
      new Table({
        name: 'directory_certificate',
        columns: [
          columns.id(),
          columns.ref('person_id'),
          columns.text('kind', 40),
          columns.text('number', 100),
          columns.text('valid_from', 10),
          columns.text('valid_to', 10, { isNullable: true }),
        ],
        indices: [{ name: 'directory_certificate_person', columnNames: ['person_id'] }],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['directory_certificate', 'directory_post', 'directory_role', 'directory_person', 'directory_unit'];
    for (const table of tables) await runner.dropTable(table);
  }
}

const heldTable = (name: string, column: string): Table =>
  new Table({
    name,
    columns: [columns.ref('person_id', { isPrimary: true }), columns.ref(column, { isPrimary: true })],
    indices: [{ name: `${name}_by_value`, columnNames: [column, 'person_id'] }],
  });
