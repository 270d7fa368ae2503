import type { DataSource } from 'typeorm';
import { rowsOf, type Violation } from './violation';

interface EntryRow {
  readonly instance_id: string;
  readonly seq: number;
  readonly actor_id: string;
  readonly act: string;
  readonly payload: string;
  readonly sha256: string;
  readonly prev_sha256: string;
}
interface EndedRow {
  readonly id: string;
  readonly ended_by: string;
}
interface Payload {
  readonly taskId?: string;
  readonly nodeId?: string;
  readonly nodes?: Readonly<Record<string, string>>;
}

/** A case goes on in a version where nodes have other ids. */
function renamePlaces(counts: Map<string, number>, instanceId: string, nodes: Readonly<Record<string, string>>): void {
  const moved = Object.entries(nodes).flatMap(([from, to]) => {
    const count = counts.get(`${instanceId} ${from}`);
    return count === undefined ? [] : [{ from, to, count }];
  });
  for (const { from } of moved) counts.delete(`${instanceId} ${from}`);
  for (const { to, count } of moved) counts.set(`${instanceId} ${to}`, (counts.get(`${instanceId} ${to}`) ?? 0) + count);
}

/** The records of the cases against themselves and against the tables. Needs the record plugin's table. */
export class RecordInvariants {
  constructor(private readonly dataSource: DataSource) {}

  async isInstalled(): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runner.hasTable('record_entry');
    } finally {
      await runner.release();
    }
  }

  /** I3: numbers without gaps, each entry bound to the one before. */
  async chains(): Promise<readonly Violation[]> {
    const last = new Map<string, EntryRow>();
    return (await this.entries()).flatMap((row) => {
      const before = last.get(row.instance_id);
      last.set(row.instance_id, row);
      const isNext = Number(row.seq) === Number(before?.seq ?? 0) + 1 && (!before || before.sha256 === row.prev_sha256);
      return isNext ? [] : [`I3: the record of ${row.instance_id} is broken at ${row.seq}`];
    });
  }

  /** I6: each task was ended at most once, and by the one the table names. */
  async completions(): Promise<readonly Violation[]> {
    const ended = new Map<string, string>();
    const found: Violation[] = [];
    for (const { act, actor_id, payload } of await this.entries()) {
      if (act !== 'engine.taskCompleted') continue;
      const { taskId = '' } = JSON.parse(payload) as Payload;
      if (ended.has(taskId)) found.push(`I6: task ${taskId} was completed twice`);
      ended.set(taskId, actor_id);
    }
    const sql = "SELECT id, ended_by FROM engine_task WHERE kind = 'VISIT' AND state = 'DONE'";
    for (const { id, ended_by } of await rowsOf<EndedRow>(this.dataSource, sql)) {
      if (ended_by !== 'system' && ended.get(id) !== ended_by) found.push(`I6: task ${id} is done, but the record does not say so`);
      ended.delete(id);
    }
    return [...found, ...[...ended.keys()].map((id) => `I6: the record says that ${id} was completed, the table does not`)];
  }

  /** I7: a timer fires at most as often as its node was entered. */
  async timers(): Promise<readonly Violation[]> {
    const fired = new Map<string, number>();
    for (const { act, instance_id, payload } of await this.entries()) {
      if (act === 'engine.migrated') renamePlaces(fired, instance_id, (JSON.parse(payload) as Payload).nodes ?? {});
      if (act !== 'engine.timerFired') continue;
      const place = `${instance_id} ${(JSON.parse(payload) as Payload).nodeId}`;
      fired.set(place, (fired.get(place) ?? 0) + 1);
    }
    const instances = await rowsOf<{ id: string; trail: string }>(this.dataSource, 'SELECT id, trail FROM engine_instance');
    const entered = new Map(instances.map(({ id, trail }) => [id, (JSON.parse(trail) as { nodes: Record<string, number> }).nodes]));
    return [...fired].flatMap(([place, times]) => {
      const [instanceId = '', nodeId = ''] = place.split(' ');
      const visits = entered.get(instanceId)?.[nodeId] ?? 0;
      return times > visits ? [`I7: the timer at ${nodeId} of ${instanceId} fired ${times} times in ${visits} visits`] : [];
    });
  }

  private entries(): Promise<readonly EntryRow[]> {
    const columns = 'instance_id, seq, actor_id, act, payload, sha256, prev_sha256';
    return rowsOf<EntryRow>(this.dataSource, `SELECT ${columns} FROM record_entry ORDER BY instance_id, seq`);
  }
}
