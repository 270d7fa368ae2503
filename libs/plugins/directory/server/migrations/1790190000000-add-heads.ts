import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Who leads a unit. */
export class AddHeads1790190000000 implements MigrationInterface {
  readonly name = 'AddHeads1790190000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['head_id', 'leader_id'])
      await runner.addColumn('directory_unit', new TableColumn(columns.ref(column, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['leader_id', 'head_id']) await runner.dropColumn('directory_unit', column);
  }
}
