import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { DecisionDraft } from '../model';

type DraftRow = { decision_key: string; xml: string; revision: number; updated_by: string; updated_at: number | string };

/** Rows of files somebody works on. */
@Injectable()
export class DecisionDraftRepository {
  async find(tx: Tx, key: string): Promise<DecisionDraft | undefined> {
    const rows = await tx.manager.query<DraftRow[]>('SELECT * FROM decision_rule_draft WHERE decision_key = ?', [key]);
    return rows.map(draftOf)[0];
  }

  async add(tx: Tx, draft: DecisionDraft): Promise<void> {
    await tx.manager.query('INSERT INTO decision_rule_draft (decision_key, xml, revision, updated_by, updated_at) VALUES (?, ?, ?, ?, ?)', [
      draft.key,
      draft.xml,
      draft.revision,
      draft.updatedBy,
      Date.parse(draft.updatedAt),
    ]);
  }

  /** Replaces the revision before this one. Somebody else's revision stays, and the caller has looked for it in the same transaction. */
  async replace(tx: Tx, draft: DecisionDraft): Promise<void> {
    await tx.manager.query(
      'UPDATE decision_rule_draft SET xml = ?, revision = ?, updated_by = ?, updated_at = ? WHERE decision_key = ? AND revision = ?',
      [draft.xml, draft.revision, draft.updatedBy, Date.parse(draft.updatedAt), draft.key, draft.revision - 1],
    );
  }
}

const draftOf = (row: DraftRow): DecisionDraft => ({
  key: row.decision_key,
  xml: row.xml,
  revision: row.revision,
  updatedBy: row.updated_by,
  updatedAt: new Date(Number(row.updated_at)).toISOString(),
});
