import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Drafts, opinions, signatures and phrases. */
export class CreateOpinions1790150000000 implements MigrationInterface {
  readonly name = 'CreateOpinions1790150000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [drafts(), draftVersions(), opinions(), signatures(), phrases()]) await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.dropTable(table);
  }
}

const TABLES = ['opinion_draft', 'opinion_draft_version', 'opinion_opinion', 'opinion_signature', 'opinion_phrase'];
const optional = { isNullable: true };

const drafts = (): Table =>
  new Table({
    name: 'opinion_draft',
    columns: [
      columns.id(),
      columns.ref('task_id'),
      columns.ref('person_id'),
      columns.ref('instance_id'),
      columns.text('node_id', 200),
      columns.longText('opinion', optional),
      columns.longText('form', optional),
      columns.integer('base_version'),
      columns.instant('saved_at'),
    ],
    indices: [
      new TableIndex({ name: 'opinion_draft_author', columnNames: ['task_id', 'person_id'], isUnique: true }),
      new TableIndex({ name: 'opinion_draft_node', columnNames: ['instance_id', 'node_id', 'person_id'] }),
    ],
  });

const draftVersions = (): Table =>
  new Table({
    name: 'opinion_draft_version',
    columns: [
      columns.id(),
      columns.ref('task_id'),
      columns.ref('person_id'),
      columns.integer('no'),
      columns.longText('opinion'),
      columns.instant('saved_at'),
    ],
    indices: [new TableIndex({ name: 'opinion_draft_version_author', columnNames: ['task_id', 'person_id', 'no'], isUnique: true })],
  });

const opinions = (): Table =>
  new Table({
    name: 'opinion_opinion',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.ref('task_id'),
      columns.text('node_id', 200),
      columns.text('node_name', 200),
      columns.ref('person_id'),
      columns.longText('text'),
      columns.text('result', 60, optional),
      columns.longText('clauses'),
      columns.text('hash', 64),
      columns.instant('submitted_at'),
      columns.ref('corrects_id', optional),
      columns.text('reason', 500, optional),
      columns.ref('signature_id', optional),
    ],
    indices: [
      new TableIndex({ name: 'opinion_opinion_case', columnNames: ['instance_id', 'submitted_at', 'id'] }),
      new TableIndex({ name: 'opinion_opinion_signature', columnNames: ['signature_id'] }),
    ],
  });

const signatures = (): Table =>
  new Table({
    name: 'opinion_signature',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.ref('task_id'),
      columns.ref('person_id'),
      columns.text('method', 20),
      columns.longText('snapshot'),
      columns.longText('shown'),
      columns.text('hash', 64),
      columns.instant('signed_at'),
    ],
    indices: [new TableIndex({ name: 'opinion_signature_task', columnNames: ['task_id', 'person_id', 'signed_at'] })],
  });

const phrases = (): Table =>
  new Table({
    name: 'opinion_phrase',
    columns: [
      columns.id(),
      columns.text('scope', 20),
      columns.text('owner_id', 320),
      columns.text('text', 500),
      columns.integer('uses'),
      columns.ref('added_by'),
      columns.instant('added_at'),
    ],
    indices: [new TableIndex({ name: 'opinion_phrase_owner', columnNames: ['scope', 'owner_id'] })],
  });
