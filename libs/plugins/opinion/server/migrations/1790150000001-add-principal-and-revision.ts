import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** For whom an opinion was given; which save of a draft a window has seen; a person's own opinions. */
export class AddPrincipalAndRevision1790150000001 implements MigrationInterface {
  readonly name = 'AddPrincipalAndRevision1790150000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('opinion_opinion', new TableColumn(columns.ref('on_behalf_of', { isNullable: true })));
    await runner.addColumn('opinion_draft', new TableColumn(columns.integer('revision', { default: 0 })));
    await runner.createIndex('opinion_opinion', new TableIndex({ name: PERSON, columnNames: ['person_id', 'submitted_at'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('opinion_opinion', PERSON);
    await runner.dropColumn('opinion_draft', 'revision');
    await runner.dropColumn('opinion_opinion', 'on_behalf_of');
  }
}

const PERSON = 'opinion_opinion_person';
