import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Instances, type JsonObject, type Tx } from '@fashen/plugin-api';
import type { DraftVersionReply, OpinionContent } from '../model';

/** A draft of one person for one task. */
export interface Draft {
  readonly taskId: string;
  readonly personId: string;
  readonly instanceId: string;
  readonly nodeId: string;
  readonly opinion?: OpinionContent;
  readonly form?: { readonly version: number; readonly data: JsonObject };
  readonly formRevision: number;
  /** When the answers were saved, or thrown away, last. */
  readonly formSavedAt?: number;
  readonly baseVersion: number;
  readonly revision: number;
  readonly savedAt: number;
}

type Row = Record<'task_id' | 'person_id' | 'instance_id' | 'node_id', string> & {
  opinion: string | null;
  form: string | null;
  base_version: number;
  revision: number;
  saved_at: number | string;
  form_revision: number;
  form_saved_at: number | string | null;
};

const COLUMNS = 'task_id, person_id, instance_id, node_id, opinion, form, base_version, revision, saved_at, form_revision, form_saved_at';
const MOST_VERSIONS = 100;

/** Flag of cases that have had a draft. */
const DRAFTS = 'opinion.drafts';

/** Rows of drafts. Every query names the author. */
@Injectable()
export class DraftRepository {
  constructor(private readonly instances: Instances) {}

  async find(tx: Tx, taskId: string, personId: string): Promise<Draft | undefined> {
    const sql = `SELECT ${COLUMNS} FROM opinion_draft WHERE task_id = ? AND person_id = ?`;
    return (await tx.manager.query<Row[]>(sql, [taskId, personId])).map(draftOf)[0];
  }

  /** Drafts of the same person for all visits of a step, newest first. */
  async ofNode(tx: Tx, place: Pick<Draft, 'instanceId' | 'nodeId' | 'personId'>): Promise<readonly Draft[]> {
    const sql = `SELECT ${COLUMNS} FROM opinion_draft WHERE instance_id = ? AND node_id = ? AND person_id = ? ORDER BY saved_at DESC LIMIT 50`;
    return (await tx.manager.query<Row[]>(sql, [place.instanceId, place.nodeId, place.personId])).map(draftOf);
  }

  /** Puts the draft in the place of what was there. */
  async replace(tx: Tx, draft: Draft): Promise<void> {
    await this.instances.flag(tx, draft.instanceId, DRAFTS);
    await tx.manager.query('DELETE FROM opinion_draft WHERE task_id = ? AND person_id = ?', [draft.taskId, draft.personId]);
    const values = [draft.taskId, draft.personId, draft.instanceId, draft.nodeId, textOf(draft.opinion), textOf(draft.form)];
    const sql = `INSERT INTO opinion_draft (id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const counts = [draft.baseVersion, draft.revision, draft.savedAt, draft.formRevision, draft.formSavedAt ?? null];
    await tx.manager.query(sql, [randomUUID(), ...values, ...counts]);
  }

  /** Throws the draft and its versions away. */
  async remove(tx: Tx, taskId: string, personId: string): Promise<void> {
    await tx.manager.query('DELETE FROM opinion_draft WHERE task_id = ? AND person_id = ?', [taskId, personId]);
    await tx.manager.query('DELETE FROM opinion_draft_version WHERE task_id = ? AND person_id = ?', [taskId, personId]);
  }

  /** The task is done: what anybody has written about it goes. */
  async removeOfTask(tx: Tx, instanceId: string, taskId: string): Promise<void> {
    if (!(await this.instances.isFlagged(tx, instanceId, DRAFTS))) return;
    await tx.manager.query('DELETE FROM opinion_draft WHERE task_id = ?', [taskId]);
    await tx.manager.query('DELETE FROM opinion_draft_version WHERE task_id = ?', [taskId]);
  }

  /** The case is over. */
  async removeOfCase(tx: Tx, instanceId: string): Promise<void> {
    if (!(await this.instances.isFlagged(tx, instanceId, DRAFTS))) return;
    const ofCase = 'task_id IN (SELECT task_id FROM opinion_draft WHERE instance_id = ?)';
    await tx.manager.query(`DELETE FROM opinion_draft_version WHERE ${ofCase}`, [instanceId]);
    await tx.manager.query('DELETE FROM opinion_draft WHERE instance_id = ?', [instanceId]);
  }

  async versions(tx: Tx, taskId: string, personId: string): Promise<readonly DraftVersionReply[]> {
    const sql = `SELECT no, opinion, saved_at FROM opinion_draft_version WHERE task_id = ? AND person_id = ? ORDER BY no LIMIT ${MOST_VERSIONS}`;
    const rows = await tx.manager.query<{ no: number; opinion: string; saved_at: number | string }[]>(sql, [taskId, personId]);
    return rows.map((row) => ({ no: row.no, savedAt: Number(row.saved_at), ...(JSON.parse(row.opinion) as OpinionContent) }));
  }

  /** Keeps the draft as the next version. Of very many only the latest stay. */
  async addVersion(tx: Tx, draft: Draft): Promise<void> {
    const no = ((await this.versions(tx, draft.taskId, draft.personId)).at(-1)?.no ?? 0) + 1;
    const tooOld = 'DELETE FROM opinion_draft_version WHERE task_id = ? AND person_id = ? AND no <= ?';
    await tx.manager.query(tooOld, [draft.taskId, draft.personId, no - MOST_VERSIONS]);
    const sql = 'INSERT INTO opinion_draft_version (id, task_id, person_id, no, opinion, saved_at) VALUES (?, ?, ?, ?, ?, ?)';
    await tx.manager.query(sql, [randomUUID(), draft.taskId, draft.personId, no, JSON.stringify(draft.opinion), draft.savedAt]);
  }
}

const textOf = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));

const draftOf = (row: Row): Draft => ({
  taskId: row.task_id,
  personId: row.person_id,
  instanceId: row.instance_id,
  nodeId: row.node_id,
  baseVersion: row.base_version,
  revision: row.revision,
  savedAt: Number(row.saved_at),
  formRevision: row.form_revision,
  ...(row.form_saved_at !== null && { formSavedAt: Number(row.form_saved_at) }),
  ...(row.opinion !== null && { opinion: JSON.parse(row.opinion) as OpinionContent }),
  ...(row.form !== null && { form: JSON.parse(row.form) as { version: number; data: JsonObject } }),
});
