import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Published forms. */
export class CreateForms1790000050000 implements MigrationInterface {
  readonly name = 'CreateForms1790000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'form_version',
        columns: [
          columns.id(),
          columns.text('form_key', 60),
          columns.integer('version'),
          columns.text('hash', 64),
          columns.longText('content'),
          columns.text('reason', 500),
          columns.ref('published_by'),
          columns.instant('published_at'),
        ],
        indices: [{ name: 'form_version_key', columnNames: ['form_key', 'version'], isUnique: true }],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('form_version');
  }
}
