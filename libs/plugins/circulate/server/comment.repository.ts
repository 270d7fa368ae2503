import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** A comment of a reader. */
export interface Comment {
  readonly id: string;
  readonly copyId: string;
  readonly instanceId: string;
  readonly personId: string;
  readonly text: string;
  readonly afterEnd: boolean;
  readonly saidAt: number;
}

type Row = Record<'id' | 'copy_id' | 'instance_id' | 'person_id' | 'text', string> & { after_end: number; said_at: number | string };

const COLUMNS = 'id, copy_id, instance_id, person_id, text, after_end, said_at';
const MOST_ROWS = 5000;

/** Rows of comments. */
@Injectable()
export class CommentRepository {
  /** Comments on a case, oldest first. */
  async ofCase(tx: Tx, instanceId: string): Promise<readonly Comment[]> {
    const sql = `SELECT ${COLUMNS} FROM circulate_comment WHERE instance_id = ? ORDER BY said_at, id LIMIT ${MOST_ROWS}`;
    return (await tx.manager.query<Row[]>(sql, [instanceId])).map(commentOf);
  }

  async add(tx: Tx, one: Comment): Promise<void> {
    const values = [one.id, one.copyId, one.instanceId, one.personId, one.text, one.afterEnd ? 1 : 0, one.saidAt];
    await tx.manager.query(`INSERT INTO circulate_comment (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`, values);
  }
}

const commentOf = (row: Row): Comment => ({
  id: row.id,
  copyId: row.copy_id,
  instanceId: row.instance_id,
  personId: row.person_id,
  text: row.text,
  afterEnd: Number(row.after_end) === 1,
  saidAt: Number(row.said_at),
});
