import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Published decisions and drafts. */
export class CreateDecisions1790000060000 implements MigrationInterface {
  readonly name = 'CreateDecisions1790000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'decision_rule_version',
        columns: [
          columns.id(),
          columns.text('decision_key', 100),
          columns.text('name', 200),
          columns.integer('version'),
          columns.text('hash', 64),
          columns.longText('xml'),
          columns.text('reason', 2_000),
          columns.ref('published_by'),
          columns.instant('published_at'),
        ],
        indices: [{ name: 'decision_rule_version_key', columnNames: ['decision_key', 'version'], isUnique: true }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'decision_rule_draft',
        columns: [
          columns.text('decision_key', 100, { isPrimary: true }),
          columns.longText('xml'),
          columns.integer('revision'),
          columns.ref('updated_by'),
          columns.instant('updated_at'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('decision_rule_draft');
    await runner.dropTable('decision_rule_version');
  }
}
