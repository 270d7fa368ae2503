import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const INDEX = new TableIndex({ name: 'approval_seat_holder', columnNames: ['person_id', 'status'] });

/** Seats of one person, for when that person leaves. */
export class AddSeatHolder1790110000001 implements MigrationInterface {
  readonly name = 'AddSeatHolder1790110000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('approval_seat', INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('approval_seat', INDEX);
  }
}
