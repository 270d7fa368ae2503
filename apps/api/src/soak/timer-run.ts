import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, openForReading } from '@fashen/database';
import { createPluginHost, verifyInvariants } from '@fashen/engine';
import { plugins } from '../plugins';
import { Cluster, type ClusterOptions } from './cluster';
import { startTimerCases } from './timer-cases';

const LOOK_MS = 100;
const MOST_LOOKS = 6_000;

/** A run: many timers that are due at the same moment, and nodes that look for them. */
export interface TimerRunOptions extends ClusterOptions {
  readonly timers: number;
  /** Nodes are killed while they fire, at the points of the plan and from outside. */
  readonly withKills: boolean;
}

/** What came of it. */
export interface TimerRunResult {
  readonly timers: number;
  /** Cases whose timer fired exactly once. */
  readonly firedOnce: number;
  readonly firedMore: number;
  /** Cases whose timer never fired. */
  readonly lost: number;
  readonly kills: readonly string[];
  /** From the start of the nodes to the last timer. */
  readonly seconds: number;
  readonly findings: readonly string[];
}

/** Lets the nodes fire all of them, then counts in the records. */
export async function timerRun(options: TimerRunOptions): Promise<TimerRunResult> {
  const { databaseUrl, timers, withKills } = options;
  await setUp(options);
  await startTimerCases(databaseUrl, timers);
  const cluster = new Cluster(options);
  const begun = performance.now();
  try {
    await cluster.start();
    if (withKills) cluster.beginKilling();
    await untilFired(databaseUrl);
    const seconds = (performance.now() - begun) / 1000;
    await cluster.stop();
    return { ...(await judgeTimers(databaseUrl, timers, cluster.complaints)), kills: cluster.kills, seconds };
  } finally {
    await cluster.destroy();
  }
}

/** The tables, the people and their accounts. */
async function setUp(options: ClusterOptions): Promise<void> {
  const cluster = new Cluster({ ...options, nodes: 1 });
  try {
    await cluster.start();
    await cluster.stop();
  } finally {
    await cluster.destroy();
  }
}

async function untilFired(url: string): Promise<void> {
  const reading = await openForReading(url);
  try {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const rows = (await reading.query("SELECT COUNT(*) AS amount FROM engine_job WHERE type = 'engine.timer'")) as {
        amount: number | string;
      }[];
      if (Number(rows[0]?.amount) === 0) return;
      await pause(LOOK_MS);
    }
    throw new Error('the timers do not come to an end');
  } finally {
    await reading.close();
  }
}

async function judgeTimers(url: string, timers: number, complaints: readonly string[]): Promise<Omit<TimerRunResult, 'kills' | 'seconds'>> {
  const host = createPluginHost(plugins);
  const database = await openDatabase({ url, entities: host.entities, migrations: host.migrations, acceptUnsafe: true });
  try {
    const rows = await database.dataSource.query<{ amount: number | string }[]>(
      "SELECT COUNT(*) AS amount FROM record_entry WHERE act = 'engine.timerFired' GROUP BY instance_id",
    );
    const amounts = rows.map(({ amount }) => Number(amount));
    const firedOnce = amounts.filter((amount) => amount === 1).length;
    const violations = await verifyInvariants(database.dataSource, host.moddles, { now: Date.now() });
    return {
      timers,
      firedOnce,
      firedMore: amounts.length - firedOnce,
      lost: timers - amounts.length,
      findings: [...violations, ...complaints],
    };
  } finally {
    await database.dataSource.destroy();
  }
}
