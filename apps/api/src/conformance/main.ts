import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CaseResult, conformanceCases, resultLine, runAll, type RunMode, summaryLine } from '@fashen/conformance';
import { startMariadb } from '../soak/private-mariadb';
import { FashenAdapter } from './fashen-adapter';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const MODES: readonly RunMode[] = ['straight', 'reload'];

/**
 * `npm run conformance`: plays the sixty-seven cases on SQLite and MariaDB, straight and with a restart before every step, and prints
 * the tables. `npm run conformance -- sqlite straight E1 E17` narrows it. Ends with 1 when a case failed.
 */
async function main(args: readonly string[]): Promise<void> {
  const wants = (name: string, among: readonly string[]): boolean => args.includes(name) || !args.some((arg) => among.includes(arg));
  const ids = args.filter((arg) => /^E\d+$/.test(arg));
  const plan: Plan = {
    modes: MODES.filter((mode) => wants(mode, MODES)),
    cases: conformanceCases.filter(({ id }) => ids.length === 0 || ids.includes(id)),
  };
  const failed = [
    ...(wants('sqlite', ['sqlite', 'mariadb']) ? await onSqlite(plan) : []),
    ...(wants('mariadb', ['sqlite', 'mariadb']) ? await onMariadb(plan) : []),
  ].filter(({ passed }) => !passed);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

interface Plan {
  readonly modes: readonly RunMode[];
  readonly cases: typeof conformanceCases;
}

async function onSqlite(plan: Plan): Promise<readonly CaseResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fashen-conformance-'));
  try {
    return await play(new FashenAdapter(`sqlite:${join(folder, 'cases.db')}`), plan);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onMariadb(plan: Plan): Promise<readonly CaseResult[]> {
  const server = await startMariadb(root);
  try {
    return await play(new FashenAdapter(server.url), plan);
  } finally {
    await server.stop();
  }
}

async function play(adapter: FashenAdapter, { modes, cases }: Plan): Promise<readonly CaseResult[]> {
  const all: CaseResult[] = [];
  for (const mode of modes) {
    console.log(`\n${adapter.name}, ${mode}`);
    const results = await runAll(adapter, { mode, cases, onResult: (result) => console.log(resultLine(result)) });
    console.log(summaryLine(results));
    all.push(...results);
  }
  await adapter.stop();
  return all;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
