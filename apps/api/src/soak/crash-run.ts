import { openDatabase } from '@fashen/database';
import { createPluginHost } from '@fashen/engine';
import { approvalForm, approvalModel, APPROVAL } from '../bench/approval-process';
import { plugins } from '../plugins';
import { BackgroundWork } from './background-work';
import { CaseDesk, type Persons } from './case-desk';
import { CaseDriver } from './case-driver';
import { Cluster, type ClusterOptions } from './cluster';
import { CommandLog } from './command-log';
import { readDeliveries, repeatedDeliveries } from './deliveries';
import { type Judgment, type JudgmentOptions, judge } from './judgment';
import { OperationsDriver } from './operations-driver';
import { OPERATIONS, operationsModel } from './operations-process';
import { PenaltyDriver } from './penalty-driver';
import { PersonClient } from './person-client';

/** A run: servers that die, clients that do not care. */
export interface CrashRunOptions extends ClusterOptions {
  /** Asked often; the run ends when it says yes. */
  isOver(progress: { readonly kills: number; readonly acknowledged: number }): boolean;
  /** Called once when everything is up and the killing begins. */
  onBegin?(): void;
  /** Waits for what fell due before the database is judged; see `verifyInvariants`. */
  settle?(): Promise<{ readonly graceMs: number }>;
}

/** What came of it. */
export interface CrashRunResult extends Judgment {
  /** Points at which nodes died, in order. */
  readonly kills: readonly string[];
  readonly attempts: number;
  /** Ends of tasks that were brought out, and how many of these came again. */
  readonly deliveries: number;
  readonly repeatedDeliveries: number;
  /** Races of two persons for one task. */
  readonly races: number;
  /** Operations on tasks and cases that were done, by the name of their entry in the record. */
  readonly operations: Readonly<Record<string, number>>;
  /** Jobs about many cases that were begun. */
  readonly background: { readonly migrations: number; readonly handOvers: number };
  /** Unexpected answers, and nodes that ended in another way than by being killed. */
  readonly complaints: readonly string[];
}

const ACTORS = ['jia', 'yi', 'xin', 'bing', 'zi', 'wu', 'ji', 'gui', 'mao', 'ding'];
const STARTERS = ['jia', 'yi'];

/** Runs three clients and the jobs of a fourth, and with the bundled processes one more client, against servers that kill themselves, then judges the database. */
export async function crashRun(options: CrashRunOptions): Promise<CrashRunResult> {
  const cluster = new Cluster(options);
  const log = new CommandLog();
  try {
    await cluster.start();
    const persons = await signIn(cluster, options.password);
    await publishProcess(cluster, options.password);
    const desks = STARTERS.map((starterId) => new CaseDesk(persons, log, starterId));
    const penalties = options.withBundledProcesses ? [new CaseDesk(persons, log, 'jia')] : [];
    const anything = new CaseDesk(persons, log, 'jia');
    const operations = new OperationsDriver(anything, options.plan);
    const background = await backgroundOf(cluster, options.password);
    const drivers = [
      ...desks.map((desk) => new CaseDriver(desk)),
      ...penalties.map((desk) => new PenaltyDriver(desk)),
      operations,
      background,
    ];
    cluster.beginKilling();
    options.onBegin?.();
    const isOver = (): boolean => options.isOver({ kills: cluster.kills.length, acknowledged: log.acknowledged.length });
    await Promise.all(drivers.map((driver) => driver.run(isOver)));
    await cluster.calm();
    const settled = await options.settle?.();
    await cluster.stop();
    const deliveries = await readDeliveries(options.folder);
    const judgment = await judgeDatabase(options.databaseUrl, log, { ...settled, deliveries });
    return {
      ...judgment,
      kills: cluster.kills,
      deliveries: deliveries.length,
      repeatedDeliveries: repeatedDeliveries(deliveries),
      attempts: log.commands.reduce((sum, sent) => sum + sent.attempts, 0),
      races: new Set(log.commands.flatMap(({ race }) => race ?? [])).size,
      operations: Object.fromEntries(operations.done),
      background: { migrations: background.migrations, handOvers: background.handOvers },
      complaints: [...cluster.complaints, ...[...desks, ...penalties, anything].flatMap((desk) => desk.complaints)],
    };
  } finally {
    await cluster.destroy();
  }
}

async function signIn(cluster: Cluster, password: string): Promise<Persons> {
  const persons = new Map<string, PersonClient>();
  for (const personId of ACTORS) persons.set(personId, await PersonClient.signIn(personId, password, (number) => cluster.urlOf(number)));
  return persons;
}

async function backgroundOf(cluster: Cluster, password: string): Promise<BackgroundWork> {
  const urlOf = (number: number): string => cluster.urlOf(number);
  return new BackgroundWork(await PersonClient.signIn('ren', password, urlOf), await PersonClient.signIn('yin', password, urlOf));
}

async function publishProcess(cluster: Cluster, password: string): Promise<void> {
  const modeler = await PersonClient.signIn('ren', password, (number) => cluster.urlOf(number));
  const reason = 'crash test';
  const publications = [
    { path: '/forms/publication', body: { schema: approvalForm, reason } },
    { path: `/processes/${APPROVAL}/publication`, body: { xml: approvalModel, reason } },
    { path: `/processes/${OPERATIONS}/publication`, body: { xml: operationsModel(1), reason } },
    { path: `/processes/${OPERATIONS}/publication`, body: { xml: operationsModel(2), reason: 'next version' } },
  ];
  for (const [index, { path, body }] of publications.entries()) {
    const sent = new CommandLog().add({ personId: modeler.personId, expectedAct: 'none' });
    const { status, body: answer } = await modeler.command({ ...sent, key: `publish-${index}` }, path, body);
    if (status !== 201) throw new Error(`${path} is refused: ${JSON.stringify(answer)}`);
  }
}

/** Judges a database that no server uses any more. */
export async function judgeDatabase(
  url: string,
  log: CommandLog,
  seen: Pick<JudgmentOptions, 'graceMs' | 'deliveries'>,
): Promise<Judgment> {
  const host = createPluginHost(plugins);
  const database = await openDatabase({ url, entities: host.entities, migrations: host.migrations, acceptUnsafe: true });
  try {
    return await judge(database.dataSource, log, { moddles: host.moddles, now: Date.now(), ...seen });
  } finally {
    await database.dataSource.destroy();
  }
}
