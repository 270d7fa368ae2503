import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Files attached to cases. */
export class CreateAttachments1790000030000 implements MigrationInterface {
  readonly name = 'CreateAttachments1790000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'attachment_file',
        columns: [
          columns.id(),
          columns.ref('instance_id'),
          columns.text('name', 200),
          columns.text('category', 40),
          columns.text('media_type', 100),
          columns.instant('size'),
          columns.text('sha256', 64),
          columns.text('sm3', 64),
          columns.ref('added_by'),
          columns.instant('added_at'),
        ],
        indices: [{ name: 'attachment_file_case', columnNames: ['instance_id', 'added_at', 'id'] }],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('attachment_file');
  }
}
