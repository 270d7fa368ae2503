import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Accounts, sessions and failed attempts. */
export class CreateAccounts1790000020000 implements MigrationInterface {
  readonly name = 'CreateAccounts1790000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'account_credential',
        columns: [
          columns.id(),
          columns.ref('person_id'),
          columns.text('name', 60),
          columns.text('password_hash', 255),
          columns.longText('history'),
          columns.flag(runner, 'active'),
          columns.instant('created_at'),
          columns.instant('changed_at'),
        ],
        indices: [{ name: 'account_credential_name', columnNames: ['name'], isUnique: true }],
      }),
      true,
    );
    await runner.createTable(
      new Table({
        name: 'account_session',
        columns: [
          columns.id(),
          columns.text('token_hash', 64),
          columns.ref('account_id'),
          columns.ref('person_id'),
          columns.instant('created_at'),
          columns.instant('seen_at'),
        ],
        indices: [
          { name: 'account_session_token', columnNames: ['token_hash'], isUnique: true },
          { name: 'account_session_account', columnNames: ['account_id'] },
          { name: 'account_session_seen', columnNames: ['seen_at'] },
        ],
      }),
      true,
    );
    await runner.createTable(
      new Table({
        name: 'account_attempt',
        columns: [
          columns.text('id', 80, { isPrimary: true }),
          columns.integer('failures'),
          columns.instant('since'),
          columns.instant('locked_until'),
        ],
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['account_attempt', 'account_session', 'account_credential']) await runner.dropTable(table);
  }
}
