import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kernelBench } from '@fashen/engine/bench';
import { startMariadb } from '../soak/private-mariadb';
import { ActBench } from './act-bench';
import type { Statement } from './approve-acts';
import { type BenchNode, openBenchNode } from './bench-node';
import { decisionBench } from './decision-bench';
import { InboxBench } from './inbox-bench';
import { SIGNERS } from './many-signers';
import { referenceRoad } from './reference-road';
import { Report } from './report';
import { returnBench } from './return-bench';
import { signingBench } from './signing-bench';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SECONDS = 3;
const PLANS = [
  { clients: 1, rounds: 5, actsPerRound: 80 },
  { clients: 8, rounds: 5, actsPerRound: 120 },
];
const INBOXES = [1_000, 100_000];

/** `npm run bench`: measures everything and prints one table. About three minutes on two cores. */
async function main(): Promise<void> {
  const report = new Report();
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  report.heading(`${machine}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
  await withoutDatabase(report);
  const folder = await mkdtemp(join(tmpdir(), 'fashen-bench-'));
  const mariadb = await startMariadb(root);
  try {
    await withDatabase(report, 'SQLite', `sqlite:${join(folder, 'bench.db')}`);
    const statements = await withDatabase(report, 'MariaDB', mariadb.url);
    printStatements(report, statements);
  } finally {
    await mariadb.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function withoutDatabase(report: Report): Promise<void> {
  report.heading('Without database, per second of processor time');
  const road = await referenceRoad(root, SECONDS);
  report.number(`penalty-ordinary, ${road.commands} commands from start to end`, road.commandsPerSecond, 'commands/s and core');
  const kernel = await kernelBench(SECONDS);
  report.number('small approval on our kernel', kernel.kernelCommandsPerSecond, 'commands/s and core');
  report.number('the same on bpmn-engine (recover, resume, signal, getState)', kernel.engineCommandsPerSecond, 'commands/s and core');
  report.line('ratio', `${kernel.ratio.toFixed(0)} : 1`);
  const decision = await decisionBench(root, SECONDS);
  report.number('DMN review-catalog with explanation', decision.evaluationsPerSecond, 'evaluations/s and core');
  report.line('DMN review-catalog, read and compile once', `${decision.compileMs.toFixed(0)} ms`);
  report.heading('Bytes of a waiting case of penalty-ordinary: least, middle, most');
  for (const [name, { least, middle, most }] of [
    ['state', road.state],
    ['state, variables and trail', road.stateVariablesAndTrail],
  ] as const)
    report.line(name, `${least}, ${middle}, ${most}`);
}

/** Acts and inbox on one database; answers the statements of one act. */
async function withDatabase(report: Report, name: string, url: string): Promise<readonly Statement[]> {
  report.heading(`${name}: one approval with form, duties apart, record and next step`);
  const node = await openBenchNode(url);
  const bench = await ActBench.of(node, PLANS, name === 'MariaDB' ? url : undefined);
  for (const plan of PLANS) {
    const { clients, ours, floor } = await bench.run(plan);
    report.acts(`${clients} client${clients === 1 ? '' : 's'}`, ours);
    if (!floor) continue;
    report.acts(`${clients}, the same statements through mysql2 alone`, floor);
    report.line('ratio to that floor', (ours.perSecond / floor.perSecond).toFixed(2));
  }
  await bench.close();
  report.acts('return over 30 steps', await returnBench(node));
  await printSigning(report, node);
  const inbox = new InboxBench(node);
  for (const openTasks of INBOXES) {
    const { assigned, claimable } = await inbox.run(openTasks);
    report.acts(`first page of the inbox, mine, ${openTasks.toLocaleString('en')} open`, assigned);
    report.acts(`first page of the inbox, claimable, ${openTasks.toLocaleString('en')} open`, claimable);
  }
  await node.close();
  return bench.sample;
}

async function printSigning(report: Report, node: BenchNode): Promise<void> {
  const { opening, vote, deciding } = await signingBench(node);
  report.acts(`a step opens with ${SIGNERS} seats`, opening);
  report.acts(`one vote among ${SIGNERS}`, vote);
  report.acts(`the vote that decides among ${SIGNERS}`, deciding);
}

function printStatements(report: Report, statements: readonly Statement[]): void {
  report.heading(`The ${statements.length} statements of one approval on MariaDB`);
  for (const [index, { sql }] of statements.entries()) console.log(`  ${index + 1}. ${sql.replace(/\s+/g, ' ').slice(0, 150)}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
