import 'reflect-metadata';
import { openForReading } from '@fashen/database';
import type { Verification } from '@fashen/plugins/record/model';
import { verifyAllRecords } from '@fashen/plugins/record/server';
import { readConfig } from './config';
import { plugins } from './plugins';

const OK = 0;
const BROKEN = 1;
const IMPOSSIBLE = 2;

/**
 * `npm run verify-record [case id]`: checks the record of one case or of all, beside a running system.
 * Exit code 0: every row is as it was written; 1: the first row that is not is named; 2: the check could not be made.
 */
async function main(caseId: string | undefined): Promise<number> {
  const source = await openForReading(readConfig(plugins).databaseUrl);
  try {
    const result = await verifyAllRecords(source, caseId);
    process.stdout.write(`${sentenceOf(result)}\n`);
    return result.broken ? BROKEN : OK;
  } finally {
    await source.close();
  }
}

function sentenceOf({ cases, rows, broken, head }: Verification): string {
  if (broken) return `BROKEN: case ${broken.instanceId}, row ${broken.seq}: ${broken.kind} (after ${rows} rows of ${cases} cases)`;
  const last = head ? `\nlast row ${head.seq}\nSHA-256 ${head.sha256}\nSM3     ${head.sm3}` : '';
  return `The record holds: ${rows} rows of ${cases} cases.${last}`;
}

main(process.argv[2]).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The record could not be checked: ${reason}\n`);
    process.exit(IMPOSSIBLE);
  },
);
