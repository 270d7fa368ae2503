import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** Answers of forms are saved apart from opinions: each part counts its saves and knows when it was saved. */
export class AddFormDrafts1790150000002 implements MigrationInterface {
  readonly name = 'AddFormDrafts1790150000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('opinion_draft', new TableColumn(columns.integer('form_revision', { default: 0 })));
    await runner.addColumn('opinion_draft', new TableColumn(columns.instant('form_saved_at', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('opinion_draft', 'form_saved_at');
    await runner.dropColumn('opinion_draft', 'form_revision');
  }
}
