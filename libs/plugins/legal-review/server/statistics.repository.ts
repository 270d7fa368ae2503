import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { ChecklistAnswer, OpinionCode } from '../model';

/** An opinion and the moment of the signature that made it count. */
export interface SignedRow {
  readonly caseId: string;
  readonly code: OpinionCode;
  readonly checklist: readonly ChecklistAnswer[];
  /** Milliseconds since the epoch. */
  readonly signedAt: number;
}

interface Row {
  readonly instance_id: string;
  readonly code: OpinionCode;
  readonly checklist: string | null;
  readonly given_at: number | string;
}

/** Most rows one answer is made of. */
const MOST = 20_000;

/** Reads opinions over all cases. */
@Injectable()
export class StatisticsRepository {
  /** Signed opinions up to a moment, of every case with one signed from another moment on; of each case the oldest first. */
  async signed(tx: Tx, fromMs: number, beforeMs: number): Promise<readonly SignedRow[]> {
    const rows = await tx.manager.query<Row[]>(
      `SELECT o.instance_id, o.code, o.checklist, s.given_at FROM legal_review_opinion s
       JOIN legal_review_opinion o ON o.id = s.opinion_id
       WHERE s.kind = 'SIGNATURE' AND s.agrees = ? AND s.given_at < ? AND s.instance_id IN
         (SELECT instance_id FROM legal_review_opinion WHERE kind = 'SIGNATURE' AND given_at >= ? AND given_at < ?)
       ORDER BY s.instance_id, s.seq LIMIT ${MOST}`,
      [true, beforeMs, fromMs, beforeMs],
    );
    return rows.map(({ instance_id: caseId, code, checklist, given_at: at }) => ({
      ...{ caseId, code, signedAt: Number(at) },
      checklist: JSON.parse(checklist ?? '[]') as ChecklistAnswer[],
    }));
  }
}
