import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** The record of every case: one row per act, each linked to the one before by two digests. */
export class CreateRecord1790000060000 implements MigrationInterface {
  readonly name = 'CreateRecord1790000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'record_entry',
        columns: [
          columns.ref('instance_id', { isPrimary: true }),
          columns.integer('seq', { isPrimary: true }),
          columns.instant('at'),
          columns.ref('actor_id'),
          columns.ref('on_behalf_of', { isNullable: true }),
          columns.text('act', 100),
          columns.longText('payload'),
          columns.longText('before_state', { isNullable: true }),
          columns.longText('after_state', { isNullable: true }),
          columns.longText('reason', { isNullable: true }),
          columns.text('request_id', 100),
          columns.text('prev_sha256', 64),
          columns.text('sha256', 64),
          columns.text('prev_sm3', 64),
          columns.text('sm3', 64),
        ],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('record_entry');
  }
}
