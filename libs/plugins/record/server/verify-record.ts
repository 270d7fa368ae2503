import { breakAt, type RecordRow, type Verification } from '../model';
import { digests } from './digests';
import { type Queryable, recordRows } from './record.repository';

/**
 * Checks the record of one case, or of all, and stops at the first row that cannot be trusted.
 * Needs nothing but a connection, so it also serves `npm run verify-record` beside a running system.
 */
export async function verifyAllRecords(source: Queryable, caseId?: string): Promise<Verification> {
  let cases = 0;
  let rows = 0;
  let previous: RecordRow | undefined;
  for await (const row of recordRows(source, caseId)) {
    const isNewCase = row.instanceId !== previous?.instanceId;
    const broken = breakAt(row, isNewCase ? undefined : previous, digests);
    cases += isNewCase ? 1 : 0;
    rows += 1;
    if (broken) return { cases, rows, broken };
    previous = row;
  }
  const head = previous && { seq: previous.seq, sha256: previous.sha256, sm3: previous.sm3 };
  return { cases, rows, ...(caseId !== undefined && head && { head }) };
}
