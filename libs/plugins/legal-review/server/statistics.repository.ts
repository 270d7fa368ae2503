import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { ChecklistAnswer, OpinionCode } from '../model';

/** An opinion and the moment of the signature that made it count. */
export interface SignedRow {
  readonly caseId: string;
  /** Place of the signature among the opinions of its case. */
  readonly seq: number;
  readonly code: OpinionCode;
  readonly checklist: readonly ChecklistAnswer[];
  /** Milliseconds since the epoch. */
  readonly signedAt: number;
}

interface Row {
  readonly instance_id: string;
  readonly seq: number | string;
  readonly code: OpinionCode;
  readonly checklist: string | null;
  readonly given_at: number | string;
}

/** The signatures of a period, read page by page. */
export interface SignedPage {
  /** Milliseconds since the epoch. */
  readonly fromMs: number;
  readonly beforeMs: number;
  /** The last row of the page before. */
  readonly after?: SignedRow;
}

/** Rows of one page: also the most cases one question about their clocks names. */
export const SIGNED_PAGE = 500;

/** Reads opinions over all cases. */
@Injectable()
export class StatisticsRepository {
  /** Signed opinions up to a moment, of every case with one signed from another moment on; of each case the oldest first. A page of them. */
  async signed(tx: Tx, { fromMs, beforeMs, after }: SignedPage): Promise<readonly SignedRow[]> {
    const [caseId, seq] = [after?.caseId ?? '', after?.seq ?? 0];
    const rows = await tx.manager.query<Row[]>(
      `SELECT o.instance_id, s.seq, o.code, o.checklist, s.given_at FROM legal_review_opinion s
       JOIN legal_review_opinion o ON o.id = s.opinion_id
       WHERE s.kind = 'SIGNATURE' AND s.agrees = ? AND s.given_at < ? AND s.instance_id IN
         (SELECT instance_id FROM legal_review_opinion WHERE kind = 'SIGNATURE' AND given_at >= ? AND given_at < ?)
         AND (s.instance_id > ? OR (s.instance_id = ? AND s.seq > ?))
       ORDER BY s.instance_id, s.seq LIMIT ${SIGNED_PAGE}`,
      [true, beforeMs, fromMs, beforeMs, caseId, caseId, seq],
    );
    return rows.map(({ instance_id: id, seq: place, code, checklist, given_at: at }) => ({
      ...{ caseId: id, seq: Number(place), code, signedAt: Number(at) },
      checklist: JSON.parse(checklist ?? '[]') as ChecklistAnswer[],
    }));
  }
}
