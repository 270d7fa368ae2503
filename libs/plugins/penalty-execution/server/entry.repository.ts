import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { Remedy } from '../model';

interface EntryRow {
  readonly remedy_id: string;
  readonly kind: 'FILED' | 'DECIDED' | 'WITHDRAWN';
  readonly what: string;
  readonly day: string;
  readonly note: string;
}

/** Something to note; without a dispute it begins one. */
export interface NewEntry {
  readonly caseId: string;
  readonly remedyId?: string;
  readonly kind: EntryRow['kind'];
  readonly what: string;
  readonly day: string;
  readonly note: string;
}

/** Rows about disputes: inserted, never changed. */
@Injectable()
export class EntryRepository {
  /** Returns the id of the dispute. The caller holds the lock of the case. */
  async add(tx: Tx, { caseId, remedyId, kind, what, day, note }: NewEntry): Promise<string> {
    const id = randomUUID();
    const seq = (await this.rowsOf(tx, caseId)).length + 1;
    const dispute = remedyId ?? id;
    await tx.manager.query(
      'INSERT INTO penalty_execution_entry (id, case_id, seq, remedy_id, kind, what, day, note, noted_by, noted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [id, caseId, seq, dispute, kind, what, day, note, tx.actor.personId, tx.now.getTime()],
    );
    return dispute;
  }

  /** Disputes of a case, oldest first. */
  async remediesOf(tx: Tx, caseId: string): Promise<readonly Remedy[]> {
    const remedies = new Map<string, Remedy>();
    for (const row of await this.rowsOf(tx, caseId)) {
      const before = remedies.get(row.remedy_id);
      remedies.set(row.remedy_id, before ? { ...before, ...laterPart(row) } : begun(row));
    }
    return [...remedies.values()];
  }

  private async rowsOf(tx: Tx, caseId: string): Promise<readonly EntryRow[]> {
    const sql = 'SELECT remedy_id, kind, what, day, note FROM penalty_execution_entry WHERE case_id = ? ORDER BY seq LIMIT 500';
    return tx.manager.query<EntryRow[]>(sql, [caseId]);
  }
}

const begun = ({ remedy_id: id, what, day, note }: EntryRow): Remedy => ({
  id,
  kind: what as Remedy['kind'],
  filedOn: day,
  filingNote: note,
});

const laterPart = ({ kind, what, day, note }: EntryRow): Partial<Remedy> =>
  kind === 'DECIDED'
    ? { outcome: what as NonNullable<Remedy['outcome']>, receivedOn: day, outcomeNote: note }
    : { withdrawnOn: day, withdrawalReason: note };
