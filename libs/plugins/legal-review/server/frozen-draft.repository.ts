import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { DraftText } from './draft-text';

/** Why a draft was kept: it was handed over, it was heard, or the heads discussed it. */
export type FreezeCause = 'DRAFTED' | 'HEARD' | 'DISCUSSED';

/** A kept draft without its content. `frozenAt` in milliseconds since the epoch. */
export interface FrozenDraft {
  readonly seq: number;
  readonly cause: FreezeCause;
  readonly sha256: string;
  readonly frozenAt: number;
}

type DraftRow = { seq: number; cause: FreezeCause; sha256: string; frozen_at: number | string };

/** Rows of kept drafts: inserted, never changed. */
@Injectable()
export class FrozenDraftRepository {
  /** All kept drafts of a case, oldest first, without content. */
  async ofCase(tx: Tx, instanceId: string): Promise<readonly FrozenDraft[]> {
    const sql = 'SELECT seq, cause, sha256, frozen_at FROM legal_review_draft WHERE instance_id = ? ORDER BY seq LIMIT 1000';
    return (await tx.manager.query<DraftRow[]>(sql, [instanceId])).map(frozenOf);
  }

  async add(tx: Tx, instanceId: string, draft: { seq: number; cause: FreezeCause; text: DraftText }): Promise<void> {
    await tx.manager.query(
      'INSERT INTO legal_review_draft (id, instance_id, seq, cause, sha256, sm3, content, frozen_by, frozen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        randomUUID(),
        instanceId,
        draft.seq,
        draft.cause,
        draft.text.sha256,
        draft.text.sm3,
        draft.text.content,
        tx.actor.personId,
        tx.now.getTime(),
      ],
    );
  }
}

const frozenOf = (row: DraftRow): FrozenDraft => ({ seq: row.seq, cause: row.cause, sha256: row.sha256, frozenAt: Number(row.frozen_at) });
