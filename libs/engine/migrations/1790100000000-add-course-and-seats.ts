import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const EXECUTION = 'engine_task_execution';

/** The course of an instance, and work of several people within one visit of a user task. */
export class AddCourseAndSeats1790100000000 implements MigrationInterface {
  readonly name = 'AddCourseAndSeats1790100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('engine_instance', new TableColumn(columns.longText('course', { isNullable: true })));
    await runner.addColumns('engine_task', [
      new TableColumn(columns.text('kind', 8, { default: "'VISIT'" })),
      new TableColumn(columns.ref('parent_id', { isNullable: true })),
      new TableColumn(columns.integer('seat_no', { default: 0 })),
      new TableColumn(columns.text('mark', 24, { isNullable: true })),
      new TableColumn(columns.text('cause', 120, { isNullable: true })),
    ]);
    await runner.dropIndex('engine_task', EXECUTION);
    await runner.createIndex('engine_task', executionIndex(['instance_id', 'execution_id', 'seat_no']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('engine_task', EXECUTION);
    await runner.createIndex('engine_task', executionIndex(['instance_id', 'execution_id']));
    await runner.dropColumns('engine_task', ['kind', 'parent_id', 'seat_no', 'mark', 'cause']);
    await runner.dropColumn('engine_instance', 'course');
  }
}

const executionIndex = (columnNames: string[]): TableIndex => new TableIndex({ name: EXECUTION, columnNames, isUnique: true });
