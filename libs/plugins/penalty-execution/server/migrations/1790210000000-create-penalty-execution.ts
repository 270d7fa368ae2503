import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** What is noted about disputes. Only ever inserted. */
export class CreatePenaltyExecution1790210000000 implements MigrationInterface {
  readonly name = 'CreatePenaltyExecution1790210000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'penalty_execution_entry',
        columns: [
          columns.id(),
          columns.ref('case_id'),
          columns.integer('seq'),
          columns.ref('remedy_id'),
          columns.text('kind', 20),
          columns.text('what', 20),
          columns.text('day', 10),
          columns.longText('note'),
          columns.ref('noted_by'),
          columns.instant('noted_at'),
        ],
        indices: [
          { name: 'penalty_execution_entry_case', columnNames: ['case_id', 'seq'], isUnique: true },
          { name: 'penalty_execution_entry_once', columnNames: ['remedy_id', 'kind'], isUnique: true },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('penalty_execution_entry');
  }
}
