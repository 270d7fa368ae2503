import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** What plugins keep about a case. Cases from before have none, and count as if everything were kept about them. */
export class AddFlags1790100000200 implements MigrationInterface {
  readonly name = 'AddFlags1790100000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('engine_instance', new TableColumn(columns.longText('flags', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('engine_instance', 'flags');
  }
}
