import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Parameter sets, evaluations, drafts and opinions. All of them are only ever inserted. */
export class CreateLegalReview1790000070000 implements MigrationInterface {
  readonly name = 'CreateLegalReview1790000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(parameterSets());
    await runner.createTable(activations());
    await runner.createTable(evaluations());
    await runner.createTable(drafts());
    await runner.createTable(opinions(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['opinion', 'draft', 'evaluation', 'activation', 'parameter_set']) await runner.dropTable(`legal_review_${table}`);
  }
}

const unique = (name: string, columnNames: string[]): { name: string; columnNames: string[]; isUnique: true } => ({
  name,
  columnNames,
  isUnique: true,
});

const inCase = (): TableColumnOptions[] => [columns.id(), columns.ref('instance_id'), columns.integer('seq')];

function parameterSets(): Table {
  return new Table({
    name: 'legal_review_parameter_set',
    columns: [
      columns.id(),
      columns.text('code', 30),
      columns.text('name', 100),
      columns.integer('version'),
      columns.longText('values_json'),
      columns.text('hash', 64),
      columns.text('reason', 2_000),
      columns.ref('published_by'),
      columns.instant('published_at'),
    ],
    indices: [unique('legal_review_parameter_set_code', ['code', 'version'])],
  });
}

function activations(): Table {
  return new Table({
    name: 'legal_review_activation',
    columns: [
      columns.integer('seq', { isPrimary: true }),
      columns.text('code', 30),
      columns.text('reason', 2_000),
      columns.ref('activated_by'),
      columns.instant('activated_at'),
    ],
  });
}

function evaluations(): Table {
  return new Table({
    name: 'legal_review_evaluation',
    columns: [
      ...inCase(),
      columns.longText('result'),
      columns.longText('inputs'),
      columns.longText('explanation'),
      columns.ref('decision_version_id'),
      columns.ref('hearing_version_id'),
      columns.ref('parameter_version_id'),
      columns.instant('evaluated_at'),
    ],
    indices: [unique('legal_review_evaluation_case', ['instance_id', 'seq'])],
  });
}

function drafts(): Table {
  return new Table({
    name: 'legal_review_draft',
    columns: [
      ...inCase(),
      columns.text('cause', 20),
      columns.text('sha256', 64),
      columns.text('sm3', 64),
      columns.longText('content'),
      columns.ref('frozen_by'),
      columns.instant('frozen_at'),
    ],
    indices: [unique('legal_review_draft_case', ['instance_id', 'seq'])],
  });
}

function opinions(runner: QueryRunner): Table {
  return new Table({
    name: 'legal_review_opinion',
    columns: [
      ...inCase(),
      columns.text('kind', 20),
      columns.integer('round'),
      columns.ref('opinion_id', { isNullable: true }),
      columns.ref('task_id'),
      columns.text('code', 30, { isNullable: true }),
      columns.text('depth', 10, { isNullable: true }),
      columns.longText('opinion_text'),
      columns.longText('checklist', { isNullable: true }),
      columns.longText('citations', { isNullable: true }),
      columns.text('draft_hash', 64, { isNullable: true }),
      columns.ref('evaluation_id', { isNullable: true }),
      columns.flag(runner, 'agrees', { isNullable: true }),
      columns.ref('person_id'),
      columns.text('person_name', 100),
      columns.instant('given_at'),
    ],
    indices: [unique('legal_review_opinion_case', ['instance_id', 'seq'])],
  });
}
