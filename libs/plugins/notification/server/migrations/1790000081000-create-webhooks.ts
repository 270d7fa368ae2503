import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const sequence = { name: 'seq', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' as const };

/** Webhooks, the events they wanted, and the deliveries. */
export class CreateWebhooks1790000081000 implements MigrationInterface {
  readonly name = 'CreateWebhooks1790000081000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'notification_webhook',
        columns: [
          columns.id(),
          columns.text('name', 60),
          columns.text('url', 500),
          columns.text('secret', 500),
          columns.longText('events'),
          columns.flag(runner, 'active'),
          columns.instant('created_at'),
          columns.instant('failing_since', { isNullable: true }),
        ],
      }),
      true,
    );
    await runner.createTable(
      new Table({
        name: 'notification_event',
        columns: [sequence, columns.ref('id'), columns.text('name', 150), columns.longText('body'), columns.instant('at')],
        indices: [
          { name: 'notification_event_id', columnNames: ['id'], isUnique: true },
          { name: 'notification_event_at', columnNames: ['at'] },
        ],
      }),
      true,
    );
    await runner.createTable(deliveryTable(), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notification_delivery', 'notification_event', 'notification_webhook']) await runner.dropTable(table);
  }
}

const deliveryTable = (): Table =>
  new Table({
    name: 'notification_delivery',
    columns: [
      columns.id(),
      columns.ref('webhook_id'),
      columns.ref('event_id'),
      columns.text('state', 8),
      columns.integer('attempts'),
      columns.integer('status', { isNullable: true }),
      columns.text('problem', 20, { isNullable: true }),
      columns.instant('created_at'),
      columns.instant('attempted_at', { isNullable: true }),
    ],
    indices: [
      { name: 'notification_delivery_webhook', columnNames: ['webhook_id', 'created_at', 'id'] },
      { name: 'notification_delivery_created', columnNames: ['created_at'] },
    ],
  });
