import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { Citation, OpinionReply } from '../model';

/** A submitted opinion of a case. */
export type Opinion = Omit<OpinionReply, 'personName' | 'onBehalfOfName'> & { readonly instanceId: string };

type Row = Record<'id' | 'instance_id' | 'task_id' | 'node_id' | 'node_name' | 'person_id' | 'text' | 'clauses' | 'hash', string> &
  Record<'result' | 'corrects_id' | 'reason' | 'signature_id' | 'on_behalf_of' | 'citations', string | null> & {
    submitted_at: number | string;
  };

const COLUMNS = `id, instance_id, task_id, node_id, node_name, person_id, text, clauses, hash, result, corrects_id, reason,
  signature_id, on_behalf_of, citations, submitted_at`;
const MOST_ROWS = 5000;
const MOST_OWN = 50;

/** Rows of opinions. They are inserted and read; nothing here changes or removes one. */
@Injectable()
export class OpinionRepository {
  async find(tx: Tx, opinionId: string): Promise<Opinion | undefined> {
    return this.findWhere(tx, 'id', opinionId);
  }

  /** The opinion that was submitted under a signature. */
  async findSigned(tx: Tx, signatureId: string): Promise<Opinion | undefined> {
    return this.findWhere(tx, 'signature_id', signatureId);
  }

  /** Opinions of a case, oldest first. */
  async ofCase(tx: Tx, instanceId: string): Promise<readonly Opinion[]> {
    const sql = `SELECT ${COLUMNS} FROM opinion_opinion WHERE instance_id = ? ORDER BY submitted_at, id LIMIT ${MOST_ROWS}`;
    return (await tx.manager.query<Row[]>(sql, [instanceId])).map(opinionOf);
  }

  /** The latest opinions of a person, newest first. */
  async ofPerson(tx: Tx, personId: string): Promise<readonly Opinion[]> {
    const sql = `SELECT ${COLUMNS} FROM opinion_opinion WHERE person_id = ? ORDER BY submitted_at DESC, id LIMIT ${MOST_OWN}`;
    return (await tx.manager.query<Row[]>(sql, [personId])).map(opinionOf);
  }

  async add(tx: Tx, one: Opinion): Promise<void> {
    const values = [
      one.id,
      one.instanceId,
      one.taskId,
      one.nodeId,
      one.nodeName,
      one.personId,
      one.text,
      JSON.stringify(one.clauses),
      one.hash,
    ];
    const optional = [one.result ?? null, one.correctsId ?? null, one.reason ?? null, one.signatureId ?? null, one.onBehalfOf ?? null];
    const citations = one.citations?.length ? JSON.stringify(one.citations) : null;
    const sql = `INSERT INTO opinion_opinion (${COLUMNS}) VALUES (${Array(16).fill('?').join(', ')})`;
    await tx.manager.query(sql, [...values, ...optional, citations, one.submittedAt]);
  }

  private async findWhere(tx: Tx, column: 'id' | 'signature_id', value: string): Promise<Opinion | undefined> {
    const rows = await tx.manager.query<Row[]>(`SELECT ${COLUMNS} FROM opinion_opinion WHERE ${column} = ?`, [value]);
    return rows.map(opinionOf)[0];
  }
}

const opinionOf = (row: Row): Opinion => ({
  id: row.id,
  instanceId: row.instance_id,
  taskId: row.task_id,
  nodeId: row.node_id,
  nodeName: row.node_name,
  personId: row.person_id,
  text: row.text,
  clauses: JSON.parse(row.clauses) as string[],
  hash: row.hash,
  submittedAt: Number(row.submitted_at),
  ...(row.result !== null && { result: row.result }),
  ...(row.corrects_id !== null && { correctsId: row.corrects_id }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.signature_id !== null && { signatureId: row.signature_id }),
  ...(row.on_behalf_of !== null && { onBehalfOf: row.on_behalf_of }),
  ...(row.citations !== null && { citations: JSON.parse(row.citations) as readonly Citation[] }),
});
