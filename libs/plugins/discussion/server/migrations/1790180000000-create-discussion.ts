import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Meetings and what was said at them. Both are only ever inserted. */
export class CreateDiscussion1790180000000 implements MigrationInterface {
  readonly name = 'CreateDiscussion1790180000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(meetings());
    await runner.createTable(views());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('discussion_view');
    await runner.dropTable('discussion_meeting');
  }
}

function meetings(): Table {
  return new Table({
    name: 'discussion_meeting',
    columns: [
      columns.id(),
      columns.ref('case_id'),
      columns.ref('process_id'),
      columns.integer('seq'),
      columns.text('purpose', 20),
      columns.text('draft_hash', 64),
      columns.longText('call_json'),
      columns.longText('quorum_json'),
      columns.ref('convened_by'),
      columns.instant('convened_at'),
    ],
    indices: [
      { name: 'discussion_meeting_case', columnNames: ['case_id', 'seq'], isUnique: true },
      { name: 'discussion_meeting_process', columnNames: ['process_id'] },
    ],
  });
}

function views(): Table {
  return new Table({
    name: 'discussion_view',
    columns: [
      columns.id(),
      columns.ref('meeting_id'),
      columns.integer('seq'),
      columns.text('kind', 20),
      columns.ref('person_id'),
      columns.text('person_name', 100),
      columns.text('stance', 20),
      columns.longText('reason'),
      columns.text('draft_hash', 64),
      columns.instant('given_at'),
    ],
    indices: [{ name: 'discussion_view_once', columnNames: ['meeting_id', 'kind', 'person_id'], isUnique: true }],
  });
}
