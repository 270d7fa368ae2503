import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Answers to commands that were named with an idempotency key. */
export class CreateIdempotency1795305600000 implements MigrationInterface {
  name = 'CreateIdempotency1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    const table = new Table({
      name: 'engine_idempotency',
      columns: [
        columns.id('actor_id'),
        columns.text('idem_key', 100, { isPrimary: true }),
        columns.text('fingerprint', 128),
        columns.longText('response'),
        columns.instant('created_at'),
      ],
      indices: [{ name: 'ix_engine_idempotency_created', columnNames: ['created_at'] }],
    });
    await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('engine_idempotency', true);
  }
}
