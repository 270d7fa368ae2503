import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

/** What the cited clauses said when they were cited. Opinions from before have none. */
export class AddCitations1790150000003 implements MigrationInterface {
  readonly name = 'AddCitations1790150000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('opinion_opinion', new TableColumn(columns.longText('citations', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('opinion_opinion', 'citations');
  }
}
