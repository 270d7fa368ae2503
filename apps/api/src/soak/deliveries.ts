import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

/** Beginning of the names of the files in which deliveries stand, one for each process. */
export const DELIVERY_FILE = 'deliveries-';

/** The end of a task, brought to the outside. */
export interface Delivery {
  readonly eventId: string;
  readonly taskId: string;
}

/** All deliveries that processes have written into the folder, with repetitions. */
export async function readDeliveries(folder: string): Promise<readonly Delivery[]> {
  const files = (await readdir(folder)).filter((name) => name.startsWith(DELIVERY_FILE));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n').filter(Boolean)).map((line) => JSON.parse(line) as Delivery);
}

/** Deliveries that came more than once: a server died between the delivery and its mark. */
export const repeatedDeliveries = (deliveries: readonly Delivery[]): number =>
  deliveries.length - new Set(deliveries.map(({ eventId }) => eventId)).size;

/**
 * I8, seen from the one who receives: each end of a task in the record was delivered or still stands in the outbox, without
 * repetitions exactly once, and nothing was delivered that did not happen. How long it may stand there is another question.
 */
export async function deliveryFindings(dataSource: DataSource, deliveries: readonly Delivery[]): Promise<readonly string[]> {
  const recorded = await dataSource.query<{ payload: string }[]>("SELECT payload FROM record_entry WHERE act = 'engine.taskCompleted'");
  const tasks = new Set(recorded.map(({ payload }) => (JSON.parse(payload) as Delivery).taskId));
  const told = eventsByTask([...deliveries, ...(await undelivered(dataSource))]);
  const strangers = [...new Set(deliveries.map(({ taskId }) => taskId))].filter((taskId) => !tasks.has(taskId));
  return [
    ...[...tasks].flatMap((taskId) => {
      const times = told.get(taskId)?.size ?? 0;
      return times === 1 ? [] : [`I8: the end of task ${taskId} went out as ${times} events`];
    }),
    ...strangers.map((taskId) => `I8: the end of task ${taskId} went out, but the record does not hold it`),
  ];
}

async function undelivered(dataSource: DataSource): Promise<readonly Delivery[]> {
  const sql = "SELECT event_id, event FROM engine_outbox WHERE subscriber LIKE 'courier.%'";
  const rows = await dataSource.query<{ event_id: string; event: string }[]>(sql);
  return rows.map(({ event_id, event }) => ({ eventId: event_id, ...(JSON.parse(event) as { payload: { taskId: string } }).payload }));
}

function eventsByTask(deliveries: readonly Delivery[]): ReadonlyMap<string, ReadonlySet<string>> {
  const events = new Map<string, Set<string>>();
  for (const { taskId, eventId } of deliveries) events.set(taskId, (events.get(taskId) ?? new Set()).add(eventId));
  return events;
}
