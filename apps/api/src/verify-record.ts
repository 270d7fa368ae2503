import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openForReading, type ReadingConnection } from '@fashen/database';
import { createPluginHost, verifyReplay } from '@fashen/engine';
import type { Verification } from '@fashen/plugins/record/model';
import { verifyAllRecords } from '@fashen/plugins/record/server';
import { readConfig } from './config';
import { plugins } from './plugins';

const OK = 0;
const BROKEN = 1;
const IMPOSSIBLE = 2;

interface Wanted {
  readonly caseId?: string;
  readonly replay: boolean;
}

/**
 * `npm run verify-record [case id] [--replay]`: checks the record of one case or of all, beside a running system. With `--replay` also
 * that the record, played from the start on a fresh engine, leads to the case as it is stored.
 * Exit code 0: it is so; 1: the first row that was changed is named, or each case that its record does not lead to; 2: the check could
 * not be made.
 */
async function main({ caseId, replay }: Wanted): Promise<number> {
  const source = await openForReading(readConfig(plugins).databaseUrl);
  try {
    const result = await verifyAllRecords(source, caseId);
    process.stdout.write(`${sentenceOf(result)}\n`);
    if (result.broken) return BROKEN;
    return replay ? await replayed(source, caseId) : OK;
  } finally {
    await source.close();
  }
}

async function replayed(source: ReadingConnection, caseId: string | undefined): Promise<number> {
  const found = await verifyReplay(source, createPluginHost(plugins).moddles, caseId);
  const sentence = 'Played from the start, the record leads to the stored case every time.';
  process.stdout.write(`${found.length === 0 ? sentence : found.map((one) => `BROKEN: ${one}`).join('\n')}\n`);
  return found.length === 0 ? OK : BROKEN;
}

function wantedOf(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { replay: { type: 'boolean' } } });
  return { replay: values.replay ?? false, ...(positionals[0] !== undefined && { caseId: positionals[0] }) };
}

function sentenceOf({ cases, rows, broken, head }: Verification): string {
  if (broken) return `BROKEN: case ${broken.instanceId}, row ${broken.seq}: ${broken.kind} (after ${rows} rows of ${cases} cases)`;
  const last = head ? `\nlast row ${head.seq}\nSHA-256 ${head.sha256}\nSM3     ${head.sm3}` : '';
  return `The record holds: ${rows} rows of ${cases} cases.${last}`;
}

Promise.resolve()
  .then(() => main(wantedOf(process.argv.slice(2))))
  .then(
    (code) => process.exit(code),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`The record could not be checked: ${reason}\n`);
      process.exit(IMPOSSIBLE);
    },
  );
