import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Versions of the days of each year; only ever inserted. */
export class CreateCalendar1790000080000 implements MigrationInterface {
  readonly name = 'CreateCalendar1790000080000';

  async up(runner: QueryRunner): Promise<void> {
    const table = new Table({
      name: 'calendar_version',
      columns: [
        columns.id(),
        columns.integer('seq'),
        columns.ref('scope'),
        columns.integer('year'),
        columns.integer('version'),
        columns.longText('days_json'),
        columns.text('hash', 64),
        columns.text('source', 300),
        columns.text('reason', 2_000),
        columns.ref('published_by'),
        columns.instant('published_at'),
      ],
      indices: [
        { name: 'calendar_version_seq', columnNames: ['seq'], isUnique: true },
        { name: 'calendar_version_scope', columnNames: ['scope', 'year', 'version'], isUnique: true },
      ],
    });
    await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_version');
  }
}
