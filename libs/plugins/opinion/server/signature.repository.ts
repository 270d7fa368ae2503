import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** A signature as it is stored. */
export interface Signature {
  readonly id: string;
  readonly instanceId: string;
  readonly taskId: string;
  readonly personId: string;
  readonly method: string;
  readonly snapshot: string;
  readonly shown: string;
  readonly hash: string;
  readonly signedAt: number;
}

type Row = Record<'id' | 'instance_id' | 'task_id' | 'person_id' | 'method' | 'snapshot' | 'shown' | 'hash', string> & {
  signed_at: number | string;
};

const COLUMNS = 'id, instance_id, task_id, person_id, method, snapshot, shown, hash, signed_at';

/** Rows of signatures. They are inserted and read; nothing here changes or removes one. */
@Injectable()
export class SignatureRepository {
  async find(tx: Tx, signatureId: string): Promise<Signature | undefined> {
    return (await tx.manager.query<Row[]>(`SELECT ${COLUMNS} FROM opinion_signature WHERE id = ?`, [signatureId])).map(signatureOf)[0];
  }

  /** Signatures of a person under a task, newest first. */
  async of(tx: Tx, taskId: string, personId: string): Promise<readonly Signature[]> {
    const sql = `SELECT ${COLUMNS} FROM opinion_signature WHERE task_id = ? AND person_id = ? ORDER BY signed_at DESC, id DESC LIMIT 50`;
    return (await tx.manager.query<Row[]>(sql, [taskId, personId])).map(signatureOf);
  }

  async add(tx: Tx, one: Signature): Promise<void> {
    const values = [one.id, one.instanceId, one.taskId, one.personId, one.method, one.snapshot, one.shown, one.hash, one.signedAt];
    await tx.manager.query(`INSERT INTO opinion_signature (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, values);
  }
}

const signatureOf = (row: Row): Signature => ({
  id: row.id,
  instanceId: row.instance_id,
  taskId: row.task_id,
  personId: row.person_id,
  method: row.method,
  snapshot: row.snapshot,
  shown: row.shown,
  hash: row.hash,
  signedAt: Number(row.signed_at),
});
