import { Entity, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import type { Tx, WorkflowEvent } from '@fashen/plugin-api';
import { columns, IdColumn, IntegerColumn } from '@fashen/plugin-api/server';
import type { SubscriberHub } from '../index';

@Entity('test_counter')
export class CounterEntity {
  @IdColumn()
  id!: string;

  @IntegerColumn()
  value!: number;
}

export class CreateCounter1795305600001 implements MigrationInterface {
  name = 'CreateCounter1795305600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'test_counter', columns: [columns.id(), columns.integer('value')] }), true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('test_counter');
  }
}

export const counterTables = { entities: [CounterEntity], migrations: [CreateCounter1795305600001] };

/** Rows that the specs count in. */
export class CounterRepository {
  async add(tx: Tx, id: string, value = 0): Promise<void> {
    await tx.manager.query('INSERT INTO test_counter (id, value) VALUES (?, ?)', [id, value]);
  }

  async find(tx: Tx, id: string): Promise<number | undefined> {
    const [row] = (await tx.manager.query('SELECT value FROM test_counter WHERE id = ?', [id])) as { value: number }[];
    return row?.value;
  }

  async lock(tx: Tx, id: string): Promise<number | undefined> {
    const [row] = (await tx.manager.query('SELECT value FROM test_counter WHERE id = ? FOR UPDATE', [id])) as { value: number }[];
    return row?.value;
  }

  /** Answers how many rows there were to change. */
  async set(tx: Tx, id: string, value: number): Promise<number> {
    const { affectedRows } = (await tx.manager.query('UPDATE test_counter SET value = ? WHERE id = ?', [value, id])) as {
      affectedRows: number;
    };
    return affectedRows;
  }
}

/** Remembers what it heard; behaves as a test tells it. */
export class TestHub implements SubscriberHub {
  readonly heard: string[] = [];
  readonly outboxed: string[] = [];
  readonly woken: string[] = [];
  react: (tx: Tx, event: WorkflowEvent) => Promise<void> = () => Promise.resolve();

  async inTransaction(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const event of events) {
      this.heard.push(event.name);
      await this.react(tx, event);
    }
  }

  outbox(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    this.outboxed.push(...events.map((event) => event.name));
    return Promise.resolve();
  }

  committed(events: readonly WorkflowEvent[]): void {
    this.woken.push(...events.map((event) => event.name));
  }
}
