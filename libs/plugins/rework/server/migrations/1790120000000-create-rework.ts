import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Returns, the frames that lead back from them, endings, openings and proposed jumps. */
export class CreateRework1790120000000 implements MigrationInterface {
  readonly name = 'CreateRework1790120000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [returns(), frames(), endings(), openings(), jumps()]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['jump', 'opening', 'ending', 'frame', 'return']) await runner.dropTable(`rework_${table}`);
  }
}

const index = (name: string, columnNames: string[], isUnique = false): { name: string; columnNames: string[]; isUnique: boolean } => ({
  ...{ name, columnNames, isUnique },
});

const node = (which: string): TableColumnOptions => columns.text(`${which}_node_id`, 120);

function returns(): Table {
  return new Table({
    name: 'rework_return',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.ref('target_instance_id'),
      columns.integer('seq'),
      columns.ref('task_id'),
      ...[node('from'), columns.text('from_node_name', 250), node('target'), columns.text('target_node_name', 250)],
      columns.integer('round'),
      columns.longText('reason'),
      columns.longText('defects'),
      columns.ref('returned_by'),
      columns.text('returned_by_name', 100),
      columns.instant('returned_at'),
    ],
    indices: [
      index('rework_return_case', ['instance_id', 'seq'], true),
      index('rework_return_target', ['target_instance_id', 'returned_at']),
    ],
  });
}

function frames(): Table {
  return new Table({
    name: 'rework_frame',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      ...[columns.text('target_execution_id', 16), node('target'), columns.text('from_execution_id', 16), node('from')],
      columns.ref('from_person_id'),
      columns.longText('from_candidates'),
      ...[columns.text('mode', 10), columns.text('status', 10), columns.text('because', 30, { isNullable: true })],
      columns.longText('next_node_ids'),
      columns.longText('data_before'),
      columns.longText('answers', { isNullable: true }),
    ],
    indices: [index('rework_frame_case', ['instance_id', 'status'])],
  });
}

function endings(): Table {
  return new Table({
    name: 'rework_ending',
    columns: [
      columns.id(),
      columns.text('kind', 10),
      columns.longText('reason'),
      columns.ref('ended_by'),
      columns.text('ended_by_name', 100),
      columns.instant('ended_at'),
    ],
  });
}

function openings(): Table {
  return new Table({
    name: 'rework_opening',
    columns: [columns.id(), columns.ref('instance_id'), columns.ref('task_id'), columns.ref('person_id'), columns.instant('opened_at')],
    indices: [index('rework_opening_person', ['task_id', 'person_id'], true), index('rework_opening_case', ['instance_id'])],
  });
}

function jumps(): Table {
  return new Table({
    name: 'rework_jump',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.text('execution_id', 16),
      columns.text('node_id', 120),
      columns.longText('reason'),
      columns.ref('proposed_by'),
      columns.instant('proposed_at'),
      columns.ref('confirmed_by', { isNullable: true }),
    ],
    indices: [index('rework_jump_case', ['instance_id', 'confirmed_by'])],
  });
}
