import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** Something changed: tasks or the state of a case, or the notices of a person. */
export interface Signal {
  readonly seq: number;
  readonly topic: 'case' | 'notice';
  readonly principals: readonly string[];
  readonly instanceId?: string;
}

interface Row {
  readonly seq: number;
  readonly topic: Signal['topic'];
  readonly principals: string;
  readonly instance_id: string | null;
}

/** Rows of signals. */
@Injectable()
export class SignalRepository {
  async add(
    tx: Tx,
    { topic, principals, instanceId = null }: Omit<Signal, 'seq' | 'instanceId'> & { instanceId?: string | null },
  ): Promise<void> {
    const sql = 'INSERT INTO notification_signal (at, topic, principals, instance_id) VALUES (?, ?, ?, ?)';
    await tx.manager.query(sql, [tx.now.getTime(), topic, JSON.stringify(principals), instanceId]);
  }

  async lastSeq(tx: Tx): Promise<number> {
    const [row] = await tx.manager.query<{ seq: number | null }[]>('SELECT MAX(seq) AS seq FROM notification_signal');
    return Number(row?.seq ?? 0);
  }

  /** The oldest that is kept; absent when there is none. */
  async firstSeq(tx: Tx): Promise<number | undefined> {
    const [row] = await tx.manager.query<{ seq: number | null }[]>('SELECT MIN(seq) AS seq FROM notification_signal');
    return row?.seq === null || row === undefined ? undefined : Number(row.seq);
  }

  async after(tx: Tx, seq: number, limit: number): Promise<readonly Signal[]> {
    const sql = 'SELECT seq, topic, principals, instance_id FROM notification_signal WHERE seq > ? ORDER BY seq LIMIT ?';
    return (await tx.manager.query<Row[]>(sql, [seq, limit])).map(signalOf);
  }

  async removeBefore(tx: Tx, at: number): Promise<void> {
    await tx.manager.query('DELETE FROM notification_signal WHERE at < ?', [at]);
  }
}

const signalOf = (row: Row): Signal => ({
  seq: Number(row.seq),
  topic: row.topic,
  principals: JSON.parse(row.principals) as string[],
  ...(row.instance_id !== null && { instanceId: row.instance_id }),
});
