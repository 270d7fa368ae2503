import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { ChecklistAnswer, Depth, GivenOpinion, OpinionCode } from '../model';

/** An opinion with everything that was said about it. */
export interface StoredOpinion extends GivenOpinion {
  readonly taskId: string;
  readonly text: string;
  readonly checklist: readonly ChecklistAnswer[];
  readonly citations: readonly string[];
  readonly reviewerName: string;
  readonly signature?: Statement & { readonly agrees: boolean; readonly signedAt: number };
  readonly dispute?: Statement & { readonly at: number };
}

/** What somebody said under or against an opinion. */
export interface Statement {
  readonly personId: string;
  readonly personName: string;
  readonly taskId: string;
  readonly text: string;
}

/** A new row; who and when come from the unit of work. */
export interface NewOpinionRow {
  readonly kind: 'OPINION' | 'SIGNATURE' | 'DISPUTE';
  readonly round: number;
  readonly taskId: string;
  readonly text: string;
  readonly opinionId?: string;
  readonly code?: OpinionCode;
  readonly depth?: Depth;
  readonly checklist?: readonly ChecklistAnswer[];
  readonly citations?: readonly string[];
  readonly draftHash?: string;
  readonly evaluationId?: string;
  readonly agrees?: boolean;
}

type OpinionRow = {
  id: string;
  seq: number;
  kind: NewOpinionRow['kind'];
  round: number;
  opinion_id: string | null;
  task_id: string;
  code: OpinionCode;
  depth: Depth;
  opinion_text: string;
  checklist: string | null;
  citations: string | null;
  draft_hash: string | null;
  agrees: number | boolean | null;
  person_id: string;
  person_name: string;
  given_at: number | string;
};

/** Rows of opinions, signatures and disputes: inserted, never changed. */
@Injectable()
export class OpinionRepository {
  /** Opinions of a case, oldest first, each with its signature and dispute. */
  async ofCase(tx: Tx, instanceId: string): Promise<readonly StoredOpinion[]> {
    const rows = await tx.manager.query<OpinionRow[]>(
      `SELECT id, seq, kind, round, opinion_id, task_id, code, depth, opinion_text, checklist, citations, draft_hash, agrees,
       person_id, person_name, given_at FROM legal_review_opinion WHERE instance_id = ? ORDER BY seq LIMIT 1000`,
      [instanceId],
    );
    return rows.filter((row) => row.kind === 'OPINION').map((row) => opinionFrom(row, rows));
  }

  /** Adds a row at the end of the case's list; two at the same moment meet on the unique number, and the unit of one runs again. */
  async add(tx: Tx, instanceId: string, row: NewOpinionRow): Promise<string> {
    const id = randomUUID();
    const found = await tx.manager.query<{ seq: number | null }[]>(
      'SELECT MAX(seq) AS seq FROM legal_review_opinion WHERE instance_id = ?',
      [instanceId],
    );
    await tx.manager.query(
      `INSERT INTO legal_review_opinion (id, instance_id, seq, kind, round, opinion_id, task_id, code, depth, opinion_text, checklist,
       citations, draft_hash, evaluation_id, agrees, person_id, person_name, given_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, instanceId, (found[0]?.seq ?? 0) + 1, ...valuesOf(row), tx.actor.personId, tx.actor.name, tx.now.getTime()],
    );
    return id;
  }
}

function valuesOf(row: NewOpinionRow): readonly (string | number | boolean | null)[] {
  return [
    row.kind,
    row.round,
    row.opinionId ?? null,
    row.taskId,
    row.code ?? null,
    row.depth ?? null,
    row.text,
    row.checklist ? JSON.stringify(row.checklist) : null,
    row.citations ? JSON.stringify(row.citations) : null,
    row.draftHash ?? null,
    row.evaluationId ?? null,
    row.agrees ?? null,
  ];
}

function opinionFrom(row: OpinionRow, rows: readonly OpinionRow[]): StoredOpinion {
  const about = (kind: OpinionRow['kind']): OpinionRow | undefined => rows.find((one) => one.kind === kind && one.opinion_id === row.id);
  const signature = about('SIGNATURE');
  const dispute = about('DISPUTE');
  return {
    id: row.id,
    round: row.round,
    code: row.code,
    depth: row.depth,
    draftHash: row.draft_hash ?? '',
    reviewerId: row.person_id,
    reviewerName: row.person_name,
    givenAt: Number(row.given_at),
    isDisputed: dispute !== undefined,
    taskId: row.task_id,
    text: row.opinion_text,
    checklist: JSON.parse(row.checklist ?? '[]') as ChecklistAnswer[],
    citations: JSON.parse(row.citations ?? '[]') as string[],
    ...(signature && {
      signature: { ...statementOf(signature), agrees: Number(signature.agrees) === 1, signedAt: Number(signature.given_at) },
    }),
    ...(dispute && { dispute: { ...statementOf(dispute), at: Number(dispute.given_at) } }),
  };
}

const statementOf = (row: OpinionRow): Statement => ({
  personId: row.person_id,
  personName: row.person_name,
  taskId: row.task_id,
  text: row.opinion_text,
});
