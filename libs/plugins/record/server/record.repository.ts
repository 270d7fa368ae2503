import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { Link, RecordRow } from '../model';

/** Anything that runs a query: the open transaction, or a data source outside of one. */
export interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** The last entry of a case, as far as the next one needs it. */
export type Last = Link & { readonly seq: number };

type StoredRow = Record<string, string | number | null>;

const COLUMNS = `instance_id, seq, at, actor_id, on_behalf_of, rule_id, act, payload, before_state, after_state, reason, request_id,
  prev_sha256, sha256, prev_sm3, sm3`;
const ONE_ROW = `(${Array(16).fill('?').join(', ')})`;
const ROWS_PER_INSERT = 500;
const ROWS_PER_PAGE = 500;

/** Rows of the record. They are inserted and read; nothing here changes or removes one. */
@Injectable()
export class RecordRepository {
  async findLast(tx: Tx, instanceId: string): Promise<Last | undefined> {
    const sql = 'SELECT seq, sha256, sm3 FROM record_entry WHERE instance_id = ? ORDER BY seq DESC LIMIT 1';
    const [last] = await tx.manager.query<StoredRow[]>(sql, [instanceId]);
    return last && { seq: Number(last.seq), sha256: String(last.sha256), sm3: String(last.sm3) };
  }

  async addAll(tx: Tx, rows: readonly RecordRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) await this.insert(tx, rows.slice(start, start + ROWS_PER_INSERT));
  }

  async list(tx: Tx, instanceId: string, after: number, limit: number): Promise<readonly RecordRow[]> {
    const sql = `SELECT ${COLUMNS} FROM record_entry WHERE instance_id = ? AND seq > ? ORDER BY seq LIMIT ?`;
    return (await tx.manager.query<StoredRow[]>(sql, [instanceId, after, limit])).map(rowOf);
  }

  /** What a check of the whole record reads from inside a unit of work. */
  source(tx: Tx): Queryable {
    return tx.manager;
  }

  private async insert(tx: Tx, rows: readonly RecordRow[]): Promise<void> {
    const sql = `INSERT INTO record_entry (${COLUMNS}) VALUES ${rows.map(() => ONE_ROW).join(', ')}`;
    await tx.manager.query(sql, rows.flatMap(valuesOf));
  }
}

/** Streams the rows of one case, or of all, case by case in the order of their numbers. Holds one page in memory. */
export async function* recordRows(source: Queryable, instanceId?: string): AsyncGenerator<RecordRow> {
  let place = { instanceId: instanceId ?? '', seq: 0 };
  for (;;) {
    const rows = ((await source.query(...pageAfter(place, instanceId !== undefined))) as StoredRow[]).map(rowOf);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_PAGE) return;
    place = last;
  }
}

function pageAfter(place: { instanceId: string; seq: number }, isOneCase: boolean): [string, unknown[]] {
  const { instanceId, seq } = place;
  const where = isOneCase ? 'instance_id = ? AND seq > ?' : '(instance_id = ? AND seq > ?) OR instance_id > ?';
  const values = isOneCase ? [instanceId, seq] : [instanceId, seq, instanceId];
  return [`SELECT ${COLUMNS} FROM record_entry WHERE ${where} ORDER BY instance_id, seq LIMIT ${ROWS_PER_PAGE}`, values];
}

function valuesOf(row: RecordRow): (string | number | null)[] {
  return [
    row.instanceId,
    row.seq,
    row.at,
    row.actorId,
    row.onBehalfOf,
    row.ruleId,
    row.act,
    row.payload,
    row.before,
    row.after,
    row.reason,
    row.requestId,
    row.prevSha256,
    row.sha256,
    row.prevSm3,
    row.sm3,
  ];
}

function rowOf(stored: StoredRow): RecordRow {
  return {
    instanceId: String(stored.instance_id),
    seq: Number(stored.seq),
    at: Number(stored.at),
    actorId: String(stored.actor_id),
    onBehalfOf: textOrNull(stored.on_behalf_of),
    ruleId: textOrNull(stored.rule_id),
    act: String(stored.act),
    payload: String(stored.payload),
    before: textOrNull(stored.before_state),
    after: textOrNull(stored.after_state),
    reason: textOrNull(stored.reason),
    requestId: String(stored.request_id),
    prevSha256: String(stored.prev_sha256),
    sha256: String(stored.sha256),
    prevSm3: String(stored.prev_sm3),
    sm3: String(stored.sm3),
  };
}

function textOrNull(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
