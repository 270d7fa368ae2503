import type { DataSource } from 'typeorm';
import { type KernelState, type Wait, waitsOf } from '../kernel';
import type { StoredProcesses } from './stored-processes';
import { rowsOf, type Violation } from './violation';

interface InstanceRow {
  readonly id: string;
  readonly definition_id: string;
  readonly status: string;
  readonly state: string;
}
interface OpenRow {
  readonly instance_id: string;
  readonly execution_id: string;
}

/** What the rows say against what the saved states wait for. */
export class StateInvariants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly processes: StoredProcesses,
  ) {}

  /** I4 and I9. */
  async states(): Promise<readonly Violation[]> {
    const instances = await this.rows<InstanceRow>('SELECT id, definition_id, status, state FROM engine_instance');
    const tasks = grouped(
      await this.rows<OpenRow>("SELECT instance_id, execution_id FROM engine_task WHERE kind = 'VISIT' AND state IN ('READY', 'ASSIGNED')"),
    );
    const messages = grouped(
      await this.rows<OpenRow>('SELECT instance_id, execution_id FROM engine_subscription WHERE instance_id IS NOT NULL'),
    );
    const jobs = 'FROM engine_job WHERE execution_id IS NOT NULL';
    const timers = grouped(await this.rows<OpenRow>(`SELECT instance_id, execution_id ${jobs} AND type = 'engine.timer'`));
    const work = grouped(await this.rows<OpenRow>(`SELECT instance_id, execution_id ${jobs} AND type <> 'engine.timer'`));
    const children = grouped(
      await this.rows<OpenRow>(
        "SELECT parent_id AS instance_id, parent_execution_id AS execution_id FROM engine_instance WHERE parent_id IS NOT NULL AND status IN ('RUNNING', 'SUSPENDED')",
      ),
    );
    const found: Violation[] = [];
    for (const instance of instances) {
      const isLive = instance.status === 'RUNNING' || instance.status === 'SUSPENDED';
      const waits = isLive ? await this.waitsOf(instance) : [];
      if (isLive && waits.length === 0) found.push(`I9: ${instance.id} runs but waits for nothing`);
      found.push(...different(instance.id, 'task', waits, tasks), ...different(instance.id, 'message', waits, messages));
      found.push(...different(instance.id, 'timer', waits, timers), ...different(instance.id, 'call', waits, children));
      const idle = waits.filter(({ kind }) => kind === 'work').map(({ executionId }) => executionId);
      for (const execution of work.get(instance.id) ?? [])
        if (!idle.includes(execution)) found.push(`I4: ${instance.id} has a job for ${execution}, where nothing waits`);
    }
    return found;
  }

  /** I6. */
  async doubleTasks(): Promise<readonly Violation[]> {
    const rows = await this.rows<OpenRow>(
      "SELECT instance_id, execution_id FROM engine_task WHERE kind = 'VISIT' GROUP BY instance_id, execution_id HAVING COUNT(*) > 1",
    );
    return rows.map((row) => `I6: ${row.instance_id} has two tasks for ${row.execution_id}`);
  }

  /** I6: nobody works on a part of a visit that is over, and what waits for others has somebody to wait for. */
  async seats(): Promise<readonly Violation[]> {
    const stray = await this.rows<{ id: string }>(
      `SELECT s.id FROM engine_task s LEFT JOIN engine_task v
       ON v.instance_id = s.instance_id AND v.execution_id = s.execution_id AND v.kind = 'VISIT' AND v.state IN ('READY', 'ASSIGNED')
       WHERE s.kind <> 'VISIT' AND s.state IN ('READY', 'ASSIGNED') AND v.id IS NULL`,
    );
    const alone = await this.rows<{ id: string }>(
      `SELECT v.id FROM engine_task v WHERE v.mark IN ('seats', 'delegated', 'blocked') AND v.state IN ('READY', 'ASSIGNED')
       AND NOT EXISTS (SELECT 1 FROM engine_task s WHERE s.instance_id = v.instance_id AND s.execution_id = v.execution_id
       AND s.seat_no > v.seat_no AND s.state IN ('READY', 'ASSIGNED'))`,
    );
    return [
      ...stray.map(({ id }) => `I6: ${id} is open in a visit that is over`),
      ...alone.map(({ id }) => `I6: ${id} waits for others, and nobody is asked`),
    ];
  }

  /** I4: candidates stand exactly for tasks that may be claimed. */
  async candidates(): Promise<readonly Violation[]> {
    const stray = await this.rows<{ task_id: string }>(
      "SELECT c.task_id FROM engine_task_candidate c LEFT JOIN engine_task t ON t.id = c.task_id AND t.state = 'READY' WHERE t.id IS NULL",
    );
    const lost = await this.rows<{ id: string }>(
      "SELECT t.id FROM engine_task t WHERE t.state = 'READY' AND t.candidates <> '[]' AND NOT EXISTS (SELECT 1 FROM engine_task_candidate c WHERE c.task_id = t.id)",
    );
    return [
      ...stray.map((row) => `I4: candidates of ${row.task_id}, which may not be claimed`),
      ...lost.map((row) => `I4: ${row.id} has lost its candidates`),
    ];
  }

  private async waitsOf(instance: InstanceRow): Promise<readonly Wait[]> {
    return waitsOf(await this.processes.require(instance.definition_id), JSON.parse(instance.state) as KernelState);
  }

  private rows<R>(sql: string, values: readonly string[] = []): Promise<readonly R[]> {
    return rowsOf<R>(this.dataSource, sql, values);
  }
}

function grouped(rows: readonly OpenRow[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { instance_id, execution_id } of rows) groups.set(instance_id, [...(groups.get(instance_id) ?? []), execution_id]);
  return groups;
}

function different(
  instanceId: string,
  kind: Wait['kind'],
  waits: readonly Wait[],
  rows: ReadonlyMap<string, readonly string[]>,
): readonly Violation[] {
  const expected = waits.filter((wait) => wait.kind === kind).map(({ executionId }) => executionId);
  const found = rows.get(instanceId) ?? [];
  const same = [...expected].sort().join() === [...found].sort().join();
  return same ? [] : [`I4: ${instanceId} waits at ${kind} ${expected.join() || 'nothing'}, the rows say ${found.join() || 'nothing'}`];
}
