import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const maybe = { isNullable: true };

/** Clocks with their computations, holds and extensions, and the periods they are armed with. */
export class CreateDeadline1790170000000 implements MigrationInterface {
  readonly name = 'CreateDeadline1790170000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [clocks(runner), versions(), holds(), extensions(), periods()]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['period', 'extension', 'hold', 'version', 'clock']) await runner.dropTable(`deadline_${name}`);
  }
}

const clocks = (runner: QueryRunner): Table =>
  new Table({
    name: 'deadline_clock',
    columns: [
      ...[columns.id(), columns.ref('instance_id'), columns.text('clock_key', 60), columns.text('name', 100), columns.text('kind', 8)],
      ...[columns.text('node_id', 120, maybe), columns.text('execution_id', 16, maybe), columns.ref('task_id', maybe)],
      ...[columns.text('start_day', 10), columns.instant('start_at'), columns.integer('amount')],
      ...[columns.text('unit', 12), columns.text('rule', 10), columns.longText('settings_json'), columns.text('state', 10)],
      ...[columns.instant('due_at', maybe), columns.text('due_day', 10, maybe), columns.text('outer_day', 10, maybe)],
      ...[columns.text('raw_day', 10), columns.flag(runner, 'calendar_missing'), columns.integer('version')],
      ...[columns.instant('lapsed_at', maybe), columns.instant('ended_at', maybe), columns.text('end_cause', 40, maybe)],
      columns.instant('created_at'),
    ],
    indices: [
      { name: 'deadline_clock_case', columnNames: ['instance_id', 'clock_key', 'state'] },
      { name: 'deadline_clock_state', columnNames: ['state', 'id'] },
    ],
  });

const versions = (): Table =>
  new Table({
    name: 'deadline_version',
    columns: [
      ...[columns.id(), columns.ref('clock_id'), columns.integer('version'), columns.text('cause', 20), columns.integer('amount')],
      ...[columns.text('due_day', 10, maybe), columns.text('was_due_day', 10, maybe), columns.text('calendar_id', 80)],
      ...[columns.longText('counted_json'), columns.ref('changed_by'), columns.instant('changed_at')],
    ],
    indices: [
      { name: 'deadline_version_clock', columnNames: ['clock_id', 'version'], isUnique: true },
      { name: 'deadline_version_cause', columnNames: ['cause', 'changed_at', 'id'] },
    ],
  });

const holds = (): Table =>
  new Table({
    name: 'deadline_hold',
    columns: [
      ...[columns.id(), columns.ref('clock_id'), columns.integer('seq'), columns.text('kind', 8), columns.text('day', 10)],
      ...[columns.instant('noted_at'), columns.text('reason', 12), columns.longText('note'), columns.ref('changed_by')],
    ],
    indices: [{ name: 'deadline_hold_clock', columnNames: ['clock_id', 'seq'], isUnique: true }],
  });

const extensions = (): Table =>
  new Table({
    name: 'deadline_extension',
    columns: [
      ...[columns.id(), columns.ref('clock_id'), columns.integer('seq'), columns.text('kind', 10), columns.ref('request_id')],
      ...[columns.integer('amount'), columns.longText('reason'), columns.ref('changed_by'), columns.instant('noted_at')],
    ],
    indices: [{ name: 'deadline_extension_clock', columnNames: ['clock_id', 'seq'], isUnique: true }],
  });

const periods = (): Table =>
  new Table({
    name: 'deadline_period',
    columns: [
      ...[columns.id(), columns.integer('version'), columns.longText('table_json'), columns.text('hash', 64)],
      ...[columns.text('reason', 2_000), columns.ref('published_by'), columns.instant('published_at')],
    ],
    indices: [{ name: 'deadline_period_version', columnNames: ['version'], isUnique: true }],
  });
