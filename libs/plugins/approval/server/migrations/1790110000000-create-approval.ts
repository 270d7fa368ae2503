import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Seats of visits, and what was asked of several people at once. */
export class CreateApproval1790110000000 implements MigrationInterface {
  readonly name = 'CreateApproval1790110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(seatTable(runner), true);
    await runner.createTable(askTable(runner), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('approval_ask');
    await runner.dropTable('approval_seat');
  }
}

function seatTable(runner: QueryRunner): Table {
  return new Table({
    name: 'approval_seat',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.text('node_id', 120),
      columns.ref('visit_id'),
      columns.text('kind', 8),
      columns.text('status', 16),
      columns.ref('person_id'),
      columns.ref('first_person_id'),
      columns.integer('order_no'),
      columns.integer('weight'),
      ...['has_veto', 'is_mandatory', 'is_chair'].map((name) => columns.flag(runner, name)),
      ...['asked_by', 'ask_id', 'added_by'].map((name) => columns.ref(name, { isNullable: true })),
      columns.instant('created_at'),
    ],
    indices: [{ name: 'approval_seat_visit', columnNames: ['visit_id', 'order_no', 'id'] }],
  });
}

function askTable(runner: QueryRunner): Table {
  return new Table({
    name: 'approval_ask',
    columns: [
      columns.id(),
      columns.ref('task_id'),
      columns.text('kind', 8),
      columns.text('turns', 12),
      columns.text('rule', 8),
      columns.text('threshold', 12, { isNullable: true }),
      columns.flag(runner, 'child_veto'),
      columns.ref('asked_by'),
      columns.instant('created_at'),
    ],
    indices: [{ name: 'approval_ask_task', columnNames: ['task_id'] }],
  });
}
