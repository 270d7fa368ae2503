import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const rule = new Table({
  name: 'deputy_rule',
  columns: [
    columns.id(),
    columns.ref('principal_id'),
    columns.ref('deputy_id'),
    columns.instant('from_at'),
    columns.instant('to_at'),
    columns.longText('processes'),
    columns.longText('nodes'),
    columns.text('mode', 8),
    columns.longText('reason'),
    columns.ref('created_by'),
    columns.instant('created_at'),
    columns.instant('ended_at', { isNullable: true }),
    columns.ref('ended_by', { isNullable: true }),
    columns.longText('end_reason', { isNullable: true }),
    columns.integer('acts'),
  ],
  indices: [
    new TableIndex({ name: 'deputy_rule_principal', columnNames: ['principal_id', 'to_at'] }),
    new TableIndex({ name: 'deputy_rule_deputy', columnNames: ['deputy_id', 'to_at'] }),
  ],
});

const lock = new Table({ name: 'deputy_lock', columns: [columns.id(), columns.integer('changes')] });

const act = new Table({
  name: 'deputy_act',
  columns: [
    columns.id(),
    columns.ref('instance_id'),
    columns.ref('task_id'),
    columns.ref('rule_id'),
    columns.ref('deputy_id'),
    columns.ref('principal_id'),
    columns.ref('principal_unit_id', { isNullable: true }),
    columns.instant('acted_at'),
  ],
  indices: [new TableIndex({ name: 'deputy_act_case', columnNames: ['instance_id', 'deputy_id'] })],
});

const handOver = new Table({
  name: 'deputy_hand_over',
  columns: [
    columns.id(),
    columns.ref('leaver_id'),
    columns.ref('successor_id', { isNullable: true }),
    columns.ref('successor_role', { isNullable: true }),
    columns.longText('reason'),
    columns.ref('created_by'),
    columns.instant('created_at'),
  ],
  indices: [new TableIndex({ name: 'deputy_hand_over_created', columnNames: ['created_at'] })],
});

const item = new Table({
  name: 'deputy_hand_over_item',
  columns: [
    columns.id(),
    columns.ref('hand_over_id'),
    columns.integer('seq'),
    columns.text('kind', 12),
    columns.text('ref_id', 120),
    columns.text('title', 250),
    columns.text('state', 8),
    columns.text('code', 100, { isNullable: true }),
    columns.longText('params', { isNullable: true }),
    columns.ref('successor_id', { isNullable: true }),
    columns.instant('settled_at', { isNullable: true }),
  ],
  indices: [new TableIndex({ name: 'deputy_hand_over_item_of', columnNames: ['hand_over_id', 'seq'], isUnique: true })],
});

/** Who may act for whom, what was done so, and what was handed over when somebody left. */
export class CreateDeputy1790130000000 implements MigrationInterface {
  readonly name = 'CreateDeputy1790130000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [rule, lock, act, handOver, item]) await runner.createTable(table, true);
    await runner.query("INSERT INTO deputy_lock (id, changes) VALUES ('rules', 0)");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [item, handOver, act, lock, rule]) await runner.dropTable(table);
  }
}
