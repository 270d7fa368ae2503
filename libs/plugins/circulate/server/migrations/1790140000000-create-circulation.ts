import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Readers of cases, why they got them, what they said, and who urged whom. */
export class CreateCirculation1790140000000 implements MigrationInterface {
  readonly name = 'CreateCirculation1790140000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(copies(), true);
    await runner.createTable(reasons(), true);
    await runner.createTable(comments(runner), true);
    await runner.createTable(urges(), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['circulate_urge', 'circulate_comment', 'circulate_reason', 'circulate_copy']) await runner.dropTable(table);
  }
}

const optional = { isNullable: true };

const copies = (): Table =>
  new Table({
    name: 'circulate_copy',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.ref('person_id'),
      columns.ref('unit_id', optional),
      columns.instant('sent_at'),
      columns.instant('read_at', optional),
      columns.instant('withdrawn_at', optional),
    ],
    indices: [
      new TableIndex({ name: 'circulate_copy_reader', columnNames: ['instance_id', 'person_id'], isUnique: true }),
      new TableIndex({ name: 'circulate_copy_inbox', columnNames: ['person_id', 'sent_at', 'id'] }),
    ],
  });

const reasons = (): Table =>
  new Table({
    name: 'circulate_reason',
    columns: [
      columns.id(),
      columns.ref('copy_id'),
      columns.ref('instance_id'),
      columns.text('mode', 20),
      columns.text('source', 20),
      columns.text('node_id', 200, optional),
      columns.ref('sent_by'),
      columns.instant('sent_at'),
      columns.text('reason', 500, optional),
      columns.instant('read_at', optional),
      columns.instant('withdrawn_at', optional),
    ],
    indices: [
      new TableIndex({ name: 'circulate_reason_case', columnNames: ['instance_id', 'sent_at', 'id'] }),
      new TableIndex({ name: 'circulate_reason_copy', columnNames: ['copy_id'] }),
    ],
  });

const comments = (runner: QueryRunner): Table =>
  new Table({
    name: 'circulate_comment',
    columns: [
      columns.id(),
      columns.ref('copy_id'),
      columns.ref('instance_id'),
      columns.ref('person_id'),
      columns.longText('text'),
      columns.flag(runner, 'after_end'),
      columns.instant('said_at'),
    ],
    indices: [new TableIndex({ name: 'circulate_comment_case', columnNames: ['instance_id', 'said_at', 'id'] })],
  });

const urges = (): Table =>
  new Table({
    name: 'circulate_urge',
    columns: [
      columns.id(),
      columns.ref('subject_id'),
      columns.ref('instance_id'),
      columns.ref('urged_by'),
      columns.instant('urged_at'),
      columns.text('message', 200, optional),
    ],
    indices: [new TableIndex({ name: 'circulate_urge_subject', columnNames: ['subject_id', 'urged_at', 'id'] })],
  });
