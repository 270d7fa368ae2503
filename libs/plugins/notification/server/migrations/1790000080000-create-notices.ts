import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const sequence = { name: 'seq', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' as const };

/** Notices, signals of changes, and what people chose. */
export class CreateNotices1790000080000 implements MigrationInterface {
  readonly name = 'CreateNotices1790000080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(itemTable(), true);
    await runner.createTable(
      new Table({
        name: 'notification_signal',
        columns: [
          sequence,
          columns.instant('at'),
          columns.text('topic', 10),
          columns.longText('principals'),
          columns.ref('instance_id', { isNullable: true }),
        ],
        indices: [{ name: 'notification_signal_at', columnNames: ['at'] }],
      }),
      true,
    );
    await runner.createTable(
      new Table({
        name: 'notification_setting',
        columns: [
          columns.id('person_id'),
          columns.text('mail_address', 254, { isNullable: true }),
          columns.longText('mail_kinds'),
          columns.longText('quiet', { isNullable: true }),
          columns.flag(runner, 'urgent_breaks_through'),
          columns.text('locale', 10),
          columns.instant('changed_at'),
        ],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notification_setting', 'notification_signal', 'notification_item']) await runner.dropTable(table);
  }
}

const itemTable = (): Table =>
  new Table({
    name: 'notification_item',
    columns: [
      columns.id(),
      columns.ref('person_id'),
      columns.text('kind', 40),
      columns.longText('params'),
      columns.ref('instance_id', { isNullable: true }),
      columns.ref('task_id', { isNullable: true }),
      columns.text('source_id', 64),
      columns.instant('created_at'),
      columns.instant('read_at', { isNullable: true }),
    ],
    indices: [
      { name: 'notification_item_source', columnNames: ['source_id', 'person_id', 'kind'], isUnique: true },
      { name: 'notification_item_person', columnNames: ['person_id', 'created_at', 'id'] },
      { name: 'notification_item_unread', columnNames: ['person_id', 'read_at'] },
      { name: 'notification_item_created', columnNames: ['created_at'] },
    ],
  });
