import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const OPTIONAL = { isNullable: true };

const TABLES: readonly Table[] = [
  new Table({
    name: 'case_control_request',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.text('action', 20),
      columns.text('state', 20),
      columns.text('reason', 500),
      columns.ref('requested_by'),
      columns.instant('requested_at'),
      columns.ref('confirmed_by', OPTIONAL),
      columns.instant('confirmed_at', OPTIONAL),
    ],
    indices: [{ name: 'case_control_request_case', columnNames: ['instance_id', 'state'] }],
  }),
  new Table({
    name: 'case_control_migration',
    columns: [
      columns.id(),
      columns.text('process_key', 100),
      columns.integer('from_version'),
      columns.integer('to_version'),
      columns.ref('to_definition_id'),
      columns.longText('nodes_json'),
      columns.text('reason', 500),
      columns.text('state', 20),
      columns.ref('planned_by'),
      columns.instant('planned_at'),
    ],
    indices: [{ name: 'case_control_migration_time', columnNames: ['planned_at', 'id'] }],
  }),
  new Table({
    name: 'case_control_migration_item',
    columns: [
      columns.id(),
      columns.ref('migration_id'),
      columns.integer('seq'),
      columns.ref('instance_id'),
      columns.text('business_key', 100),
      columns.text('state', 20),
      columns.longText('verdict_json', OPTIONAL),
    ],
    indices: [
      { name: 'case_control_item_seq', columnNames: ['migration_id', 'seq'], isUnique: true },
      { name: 'case_control_item_case', columnNames: ['migration_id', 'instance_id'], isUnique: true },
      { name: 'case_control_item_state', columnNames: ['migration_id', 'state', 'seq'] },
    ],
  }),
  new Table({
    name: 'case_control_seen',
    columns: [columns.id('task_id'), columns.id('person_id'), columns.instant('seen_at')],
  }),
];

/** Requests for a second person, migrations with their cases, and who has opened which task. */
export class CreateCaseControl1790160000000 implements MigrationInterface {
  readonly name = 'CreateCaseControl1790160000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await runner.dropTable(name);
  }
}
