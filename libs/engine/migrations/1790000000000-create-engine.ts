import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns } from '@fashen/plugin-api/server';

const KEY = 100;
const NODE = 120;

/** Definitions, drafts, instances, tasks, subscriptions, jobs and outbox of the engine. */
export class CreateEngine1790000000000 implements MigrationInterface {
  readonly name = 'CreateEngine1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [definitions(), drafts(), instances(), tasks(), candidates(), subscriptions(), jobs(), outbox()])
      await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = ['outbox', 'job', 'subscription', 'task_candidate', 'task', 'instance', 'draft', 'definition'];
    for (const name of names) await runner.dropTable(`engine_${name}`);
  }
}

const definitions = (): Table =>
  new Table({
    name: 'engine_definition',
    columns: [
      columns.id(),
      columns.text('definition_key', KEY),
      columns.integer('version'),
      columns.text('name', 250),
      columns.text('hash', 64),
      columns.longText('xml'),
      columns.ref('published_by'),
      columns.instant('published_at'),
      columns.longText('reason'),
    ],
    indices: [{ name: 'engine_definition_version', columnNames: ['definition_key', 'version'], isUnique: true }],
  });

const drafts = (): Table =>
  new Table({
    name: 'engine_draft',
    columns: [
      columns.text('definition_key', KEY, { isPrimary: true }),
      columns.text('name', 250),
      columns.longText('xml'),
      columns.integer('revision'),
      columns.ref('updated_by'),
      columns.instant('updated_at'),
    ],
  });

const instances = (): Table =>
  new Table({
    name: 'engine_instance',
    columns: [
      columns.id(),
      columns.ref('definition_id'),
      columns.text('definition_key', KEY),
      columns.integer('definition_version'),
      columns.text('business_key', KEY),
      columns.text('title', 250),
      columns.text('status', 12),
      columns.integer('revision'),
      columns.longText('state'),
      columns.longText('variables'),
      columns.longText('trail'),
      columns.ref('started_by'),
      columns.ref('unit_id', { isNullable: true }),
      columns.instant('started_at'),
      columns.instant('ended_at', { isNullable: true }),
      columns.text('end_node_id', NODE, { isNullable: true }),
      columns.ref('parent_id', { isNullable: true }),
      columns.text('parent_execution_id', 16, { isNullable: true }),
    ],
    indices: [
      { name: 'engine_instance_business_key', columnNames: ['definition_key', 'business_key'], isUnique: true },
      { name: 'engine_instance_by_key', columnNames: ['definition_key', 'id'] },
      { name: 'engine_instance_by_starter', columnNames: ['started_by', 'id'] },
      { name: 'engine_instance_by_status', columnNames: ['status', 'id'] },
      { name: 'engine_instance_by_unit', columnNames: ['unit_id', 'id'] },
      { name: 'engine_instance_by_parent', columnNames: ['parent_id', 'parent_execution_id'] },
    ],
  });

const tasks = (): Table =>
  new Table({
    name: 'engine_task',
    columns: [
      columns.id(),
      columns.ref('instance_id'),
      columns.ref('definition_id'),
      columns.text('definition_key', KEY),
      columns.text('node_id', NODE),
      columns.text('node_name', 250),
      columns.text('execution_id', 16),
      columns.text('state', 12),
      columns.ref('assignee_id', { isNullable: true }),
      columns.instant('assigned_at', { isNullable: true }),
      columns.longText('candidates'),
      columns.instant('created_at'),
      columns.instant('due_at', { isNullable: true }),
      columns.instant('due_order'),
      columns.instant('ended_at', { isNullable: true }),
      columns.ref('ended_by', { isNullable: true }),
      columns.text('ended_by_name', 100, { isNullable: true }),
      columns.longText('outcome', { isNullable: true }),
      columns.integer('row_version'),
      columns.text('business_key', KEY),
      columns.text('title', 250),
    ],
    indices: [
      { name: 'engine_task_execution', columnNames: ['instance_id', 'execution_id'], isUnique: true },
      { name: 'engine_task_assigned', columnNames: ['assignee_id', 'state', 'due_order', 'id'] },
      { name: 'engine_task_cases', columnNames: ['assignee_id', 'instance_id'] },
      { name: 'engine_task_done', columnNames: ['ended_by', 'state', 'ended_at', 'id'] },
    ],
  });

const candidates = (): Table =>
  new Table({
    name: 'engine_task_candidate',
    columns: [
      columns.ref('task_id', { isPrimary: true }),
      columns.text('principal', 120, { isPrimary: true }),
      columns.instant('due_order'),
      columns.ref('instance_id'),
    ],
    indices: [
      { name: 'engine_task_candidate_claimable', columnNames: ['principal', 'due_order', 'task_id'] },
      { name: 'engine_task_candidate_cases', columnNames: ['principal', 'instance_id'] },
    ],
  });

const subscriptions = (): Table =>
  new Table({
    name: 'engine_subscription',
    columns: [
      columns.id(),
      columns.text('message_name', 200),
      columns.text('definition_key', KEY),
      columns.ref('definition_id'),
      columns.text('node_id', NODE),
      columns.ref('instance_id', { isNullable: true }),
      columns.text('execution_id', 16, { isNullable: true }),
      columns.instant('created_at'),
    ],
    indices: [
      { name: 'engine_subscription_of_instance', columnNames: ['instance_id', 'execution_id'] },
      { name: 'engine_subscription_by_name', columnNames: ['definition_key', 'message_name'] },
    ],
  });

const jobs = (): Table =>
  new Table({
    name: 'engine_job',
    columns: [
      columns.id(),
      columns.text('type', 100),
      columns.longText('payload'),
      columns.text('state', 8),
      columns.instant('due_at'),
      columns.ref('instance_id', { isNullable: true }),
      columns.text('execution_id', 16, { isNullable: true }),
      columns.text('unique_key', 160, { isNullable: true }),
      columns.integer('attempts'),
      columns.ref('locked_by', { isNullable: true }),
      columns.instant('locked_until'),
      columns.text('last_error', 500, { isNullable: true }),
      columns.instant('created_at'),
      columns.instant('stuck_at', { isNullable: true }),
    ],
    indices: [
      { name: 'engine_job_unique_key', columnNames: ['unique_key'], isUnique: true },
      { name: 'engine_job_due', columnNames: ['state', 'due_at', 'id'] },
      { name: 'engine_job_of_instance', columnNames: ['instance_id'] },
    ],
  });

const outbox = (): Table =>
  new Table({
    name: 'engine_outbox',
    columns: [
      columns.id(),
      columns.ref('event_id'),
      columns.text('subscriber', 150),
      columns.longText('event'),
      columns.longText('context'),
      columns.text('state', 8),
      columns.instant('due_at'),
      columns.integer('attempts'),
      columns.ref('locked_by', { isNullable: true }),
      columns.instant('locked_until'),
      columns.text('last_error', 500, { isNullable: true }),
      columns.instant('created_at'),
      columns.instant('stuck_at', { isNullable: true }),
    ],
    indices: [
      { name: 'engine_outbox_delivery', columnNames: ['event_id', 'subscriber'], isUnique: true },
      { name: 'engine_outbox_due', columnNames: ['state', 'due_at', 'id'] },
    ],
  });
