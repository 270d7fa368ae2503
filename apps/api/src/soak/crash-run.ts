import { openDatabase } from '@fashen/database';
import { createPluginHost } from '@fashen/engine';
import { approvalForm, approvalModel, APPROVAL } from '../bench/approval-process';
import { plugins } from '../plugins';
import { CaseDesk, type Persons } from './case-desk';
import { CaseDriver } from './case-driver';
import { Cluster, type ClusterOptions } from './cluster';
import { CommandLog } from './command-log';
import { readDeliveries, repeatedDeliveries } from './deliveries';
import { type Judgment, type JudgmentOptions, judge } from './judgment';
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
  /** Unexpected answers, and nodes that ended in another way than by being killed. */
  readonly complaints: readonly string[];
}

const ACTORS = ['jia', 'yi', 'xin', 'bing', 'zi', 'wu', 'ji', 'gui'];
const STARTERS = ['jia', 'yi'];

/** Runs two clients, and with the bundled processes a third one, against servers that kill themselves, then judges the database. */
export async function crashRun(options: CrashRunOptions): Promise<CrashRunResult> {
  const cluster = new Cluster(options);
  const log = new CommandLog();
  try {
    await cluster.start();
    const persons = await signIn(cluster, options.password);
    await publishProcess(cluster, options.password);
    cluster.beginKilling();
    options.onBegin?.();
    const desks = STARTERS.map((starterId) => new CaseDesk(persons, log, starterId));
    const penalties = options.withBundledProcesses ? [new CaseDesk(persons, log, 'jia')] : [];
    const drivers = [...desks.map((desk) => new CaseDriver(desk)), ...penalties.map((desk) => new PenaltyDriver(desk))];
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
      complaints: [...cluster.complaints, ...[...desks, ...penalties].flatMap((desk) => desk.complaints)],
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

async function publishProcess(cluster: Cluster, password: string): Promise<void> {
  const modeler = await PersonClient.signIn('ren', password, (number) => cluster.urlOf(number));
  const reason = 'crash test';
  const publications = [
    { path: '/forms/publication', body: { schema: approvalForm, reason } },
    { path: `/processes/${APPROVAL}/publication`, body: { xml: approvalModel, reason } },
  ];
  for (const { path, body } of publications) {
    const sent = new CommandLog().add({ personId: modeler.personId, expectedAct: 'none' });
    const { status, body: answer } = await modeler.command({ ...sent, key: `publish${path.replaceAll('/', '-')}` }, path, body);
    if (status !== 201) throw new Error(`${path} is refused: ${JSON.stringify(answer)}`);
  }
}

async function judgeDatabase(url: string, log: CommandLog, seen: Pick<JudgmentOptions, 'graceMs' | 'deliveries'>): Promise<Judgment> {
  const host = createPluginHost(plugins);
  const database = await openDatabase({ url, entities: host.entities, migrations: host.migrations, acceptUnsafe: true });
  try {
    return await judge(database.dataSource, log, { moddles: host.moddles, now: Date.now(), ...seen });
  } finally {
    await database.dataSource.destroy();
  }
}
