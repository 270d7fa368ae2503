import 'reflect-metadata';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { plugins } from '../plugins';
import type { ClusterOptions } from './cluster';
import { crashRun, type CrashRunResult } from './crash-run';
import { FailPlan } from './fail-plan';
import { killOperations, tableOf } from './kills/kill-report';
import { operationsOf } from './kills/operation-list';
import type { StageOptions } from './kills/stage';
import { longTest } from './long-test';
import { type PrivateMariadb, startMariadb } from './private-mariadb';
import { type SoakSettings, soakSettingsOf } from './soak-settings';
import { timerRun } from './timer-run';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const MOST_PASSES = 12;
const DATABASE_CRASH_MS = 30_000;
/** Leases of dead nodes end, then what fell due meanwhile is done. */
const SETTLE_MS = 45_000;
const GRACE_MS = 30_000;
/** Kills while timers fire, each after at most so many passes of its point. */
const TIMER_KILLS = 6;
const TIMER_PASSES = 60;
/** Servers that are killed in operations at the same time. */
const STAGES = 2;

/**
 * `npm run soak -- --minutes 10 --database mariadb`: kills servers, and now and then MariaDB, under two clients, then judges.
 * `npm run soak -- --operations 2000`: sequences of random operations, each rehearsed and then done.
 * `npm run soak -- --crash`: every operation is cut at each failpoint it passes, and repeated.
 * `npm run soak -- --timers 1000 --database mariadb`: so many timers due at once, two nodes that look for them, and die meanwhile.
 */
async function main(): Promise<void> {
  const settings = soakSettingsOf(process.argv.slice(2));
  const folder = await mkdtemp(join(tmpdir(), 'fashen-soak-'));
  const mariadb = settings.database === 'mariadb' ? await startMariadb(root) : undefined;
  const end = async (): Promise<void> => {
    await mariadb?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(1)));
  try {
    process.exitCode = (await run(settings, folder, mariadb)) ? 0 : 1;
  } finally {
    await end();
  }
}

async function run(settings: SoakSettings, folder: string, mariadb?: PrivateMariadb): Promise<boolean> {
  if (settings.operations > 0) return longOperations(settings, mariadb);
  if (settings.crash) return everyKill(folder, mariadb);
  if (settings.timers > 0) return manyTimers(settings, folder, mariadb);
  return isClean(await soak(settings, folder, mariadb));
}

async function manyTimers({ timers, seed }: SoakSettings, folder: string, mariadb?: PrivateMariadb): Promise<boolean> {
  const place = placeOf(folder, mariadb);
  const { findings, kills, ...numbers } = await timerRun({
    ...place,
    timers,
    plan: new FailPlan(seed, TIMER_PASSES, TIMER_KILLS),
    withKills: true,
  });
  const rows = { ...numbers, seconds: numbers.seconds.toFixed(1), 'node kills': kills.length, 'other findings': findings.length };
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(42)}${value}`);
  for (const finding of findings.slice(0, 50)) console.log(`- ${finding}`);
  return numbers.firedOnce === timers && findings.length === 0;
}

async function everyKill(folder: string, mariadb?: PrivateMariadb): Promise<boolean> {
  const stages: StageOptions[] = [];
  // A private MariaDB has one database.
  for (let number = 0; number < (mariadb ? 1 : STAGES); number += 1) {
    const own = join(folder, `stage-${number}`);
    await mkdir(own);
    stages.push({ ...placeOf(own, mariadb), processesFolder: join(root, 'processes') });
  }
  const report = await killOperations(stages, operationsOf(plugins), (_operation, points) => points.map((_, index) => index + 1));
  for (const line of tableOf(report)) console.log(line);
  console.log(`${report.points.size} operations, ${report.kills.length} kills, ${report.findings.length} findings`);
  for (const finding of report.findings.slice(0, 50)) console.log(`- ${finding}`);
  return report.findings.length === 0 && report.kills.length > 0;
}

/** Where the servers of a run are. */
function placeOf(folder: string, mariadb?: PrivateMariadb): Omit<ClusterOptions, 'plan'> {
  return {
    serverFile: join(here, 'soak-server.js'),
    databaseUrl: mariadb?.url ?? `sqlite:${join(folder, 'soak.db')}`,
    nodes: mariadb ? 2 : 1,
    folder,
    password: 'Soak-2026-bureau',
  };
}

function longOperations({ operations, seed }: SoakSettings, mariadb?: PrivateMariadb): Promise<boolean> {
  const env = { FASHEN_RUNS: String(operations), FASHEN_SEED: String(seed) };
  return longTest(root, 'apps/api/test/operations-property', { env, ...(mariadb && { mariadb }) });
}

async function soak({ minutes, database, seed }: SoakSettings, folder: string, mariadb?: PrivateMariadb): Promise<CrashRunResult> {
  console.log(`${minutes} minutes on ${database}, seed ${seed}, ${mariadb ? 'two nodes' : 'one node'}`);
  let endAt = Number.POSITIVE_INFINITY;
  let databaseKills = 0;
  const killer = mariadb
    ? setInterval(() => {
        databaseKills += 1;
        mariadb.crash();
      }, DATABASE_CRASH_MS)
    : undefined;
  const begun = performance.now();
  const result = await crashRun({
    ...placeOf(folder, mariadb),
    plan: new FailPlan(seed, MOST_PASSES),
    withBundledProcesses: true,
    onBegin: () => {
      endAt = performance.now() + minutes * 60_000;
    },
    isOver: () => performance.now() > endAt,
    settle: async () => {
      clearInterval(killer);
      await pause(SETTLE_MS);
      return { graceMs: GRACE_MS };
    },
  });
  clearInterval(killer);
  print(result, databaseKills, (performance.now() - begun) / 60_000);
  return result;
}

function print(result: CrashRunResult, databaseKills: number, minutes: number): void {
  const rows: readonly (readonly [string, number | string])[] = [
    ['minutes, all in all', minutes.toFixed(1)],
    ['acknowledged commands', result.acknowledged],
    ['attempts', result.attempts],
    ['races of two persons', result.races],
    ['deliveries to the courier', result.deliveries],
    ['of these made again', result.repeatedDeliveries],
    ...Object.entries(result.operations).map(([act, times]) => [`operations: ${act}`, times] as const),
    ['migrations of many cases', result.background.migrations],
    ['hand-overs', result.background.handOvers],
    ['node kills', result.kills.length],
    ['points', new Set(result.kills.map((point) => point.split(':')[0])).size],
    ['database kills', databaseKills],
    ['lost', result.lost],
    ['doubled', result.doubled],
    ['races without exactly one winner', result.wrongWinners],
    ['chain errors', result.chainErrors],
    ['other invariants (table ≠ engine, ...)', result.violations],
    ['unexpected answers or ends', result.complaints.length],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(42)}${value}`);
  for (const finding of [...result.findings, ...result.complaints].slice(0, 50)) console.log(`- ${finding}`);
}

/** A run in which nothing happened proves nothing. */
function isClean({ acknowledged, findings, complaints }: CrashRunResult): boolean {
  return acknowledged > 0 && findings.length === 0 && complaints.length === 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
