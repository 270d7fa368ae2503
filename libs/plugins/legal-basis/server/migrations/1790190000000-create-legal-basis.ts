import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Versions of the library of clauses; only ever inserted. */
export class CreateLegalBasis1790190000000 implements MigrationInterface {
  readonly name = 'CreateLegalBasis1790190000000';

  async up(runner: QueryRunner): Promise<void> {
    const table = new Table({
      name: 'legal_basis_version',
      columns: [
        columns.id(),
        columns.integer('version'),
        columns.longText('clauses_json'),
        columns.integer('clause_count'),
        columns.text('hash', 64),
        columns.text('source', 300),
        columns.text('reason', 2_000),
        columns.ref('published_by'),
        columns.instant('published_at'),
      ],
      indices: [{ name: 'legal_basis_version_version', columnNames: ['version'], isUnique: true }],
    });
    await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('legal_basis_version');
  }
}
