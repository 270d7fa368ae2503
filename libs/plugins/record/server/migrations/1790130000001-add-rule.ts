import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** By which rule somebody acted for another. */
export class AddRule1790130000001 implements MigrationInterface {
  readonly name = 'AddRule1790130000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('record_entry', new TableColumn(columns.ref('rule_id', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('record_entry', 'rule_id');
  }
}
