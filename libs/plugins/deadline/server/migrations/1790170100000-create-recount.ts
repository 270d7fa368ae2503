import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** How far the counting anew after a publication of the calendar has come. */
export class CreateRecount1790170100000 implements MigrationInterface {
  readonly name = 'CreateRecount1790170100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [recounts(), recounted()]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['recounted', 'recount']) await runner.dropTable(`deadline_${name}`);
  }
}

const recounts = (): Table =>
  new Table({
    name: 'deadline_recount',
    columns: [columns.id(), columns.text('years', 200), columns.integer('cases'), columns.instant('started_at')],
    indices: [{ name: 'deadline_recount_started', columnNames: ['started_at', 'id'] }],
  });

const recounted = (): Table =>
  new Table({
    name: 'deadline_recounted',
    columns: [
      ...[columns.id(), columns.ref('recount_id'), columns.ref('instance_id'), columns.integer('moved')],
      columns.instant('counted_at'),
    ],
    indices: [{ name: 'deadline_recounted_once', columnNames: ['recount_id', 'instance_id'], isUnique: true }],
  });
