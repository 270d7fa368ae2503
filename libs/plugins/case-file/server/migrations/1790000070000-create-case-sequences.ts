import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Running numbers of cases. */
export class CreateCaseSequences1790000070000 implements MigrationInterface {
  readonly name = 'CreateCaseSequences1790000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'case_file_sequence',
        columns: [columns.text('sequence', 100, { isPrimary: true }), columns.integer('last_place')],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_file_sequence');
  }
}
