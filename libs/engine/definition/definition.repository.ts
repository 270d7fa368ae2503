import { Injectable } from '@nestjs/common';
import type { DefinitionView, DraftView, Tx } from '@fashen/plugin-api';
import { changeRows, insertRows, selectRows } from '../rows.repository';
import type { DefinitionEntity, DraftEntity } from './definition.entity';

type ViewRow = Omit<DefinitionEntity, 'xml'>;

const VIEW = 'd.id, d.definition_key, d.version, d.name, d.hash, d.published_by, d.published_at, d.reason';
const LISTED = 1000;

/** Rows of published versions and drafts. */
@Injectable()
export class DefinitionRepository {
  /** Locks the newest version of a key, so that the next number is given out once. */
  async lockLatest(tx: Tx, key: string): Promise<DefinitionView | undefined> {
    return this.newest(tx, key, ' FOR UPDATE');
  }

  async findLatest(tx: Tx, key: string): Promise<DefinitionView | undefined> {
    return this.newest(tx, key, '');
  }

  async find(tx: Tx, definitionId: string): Promise<(DefinitionView & { readonly xml: string }) | undefined> {
    const rows = await selectRows<DefinitionEntity>(tx, `SELECT ${VIEW}, d.xml FROM engine_definition d WHERE d.id = ?`, [definitionId]);
    return rows.map((row) => ({ ...viewOf(row), xml: row.xml }))[0];
  }

  async listLatest(tx: Tx): Promise<readonly DefinitionView[]> {
    const newest = 'SELECT definition_key, MAX(version) AS version FROM engine_definition GROUP BY definition_key';
    const on = 'n.definition_key = d.definition_key AND n.version = d.version';
    const sql = `SELECT ${VIEW} FROM engine_definition d JOIN (${newest}) n ON ${on} ORDER BY d.definition_key LIMIT ${LISTED}`;
    return (await selectRows<ViewRow>(tx, sql, [])).map(viewOf);
  }

  async versions(tx: Tx, key: string): Promise<readonly DefinitionView[]> {
    const sql = `SELECT ${VIEW} FROM engine_definition d WHERE d.definition_key = ? ORDER BY d.version DESC LIMIT ${LISTED}`;
    return (await selectRows<ViewRow>(tx, sql, [key])).map(viewOf);
  }

  async add(tx: Tx, definition: DefinitionView, xml: string): Promise<void> {
    const { id, key, version, name, hash, publishedBy, publishedAt, reason } = definition;
    const row = { id, definition_key: key, version, name, hash, xml, published_by: publishedBy, reason };
    await insertRows(tx, 'engine_definition', [{ ...row, published_at: publishedAt.getTime() }]);
  }

  async findDraft(tx: Tx, key: string): Promise<DraftView | undefined> {
    const rows = await selectRows<DraftEntity>(tx, 'SELECT * FROM engine_draft WHERE definition_key = ?', [key]);
    return rows.map(draftOf)[0];
  }

  async listDrafts(tx: Tx): Promise<readonly DraftView[]> {
    const rows = await selectRows<DraftEntity>(tx, `SELECT * FROM engine_draft ORDER BY definition_key LIMIT ${LISTED}`, []);
    return rows.map(draftOf);
  }

  async addDraft(tx: Tx, draft: DraftView): Promise<void> {
    const { key, name, xml, revision, updatedBy, updatedAt } = draft;
    const row = { definition_key: key, name, xml, revision, updated_by: updatedBy, updated_at: updatedAt.getTime() };
    await insertRows(tx, 'engine_draft', [row]);
  }

  /** Answers false when the stored revision is another one than the draft was made from. */
  async replaceDraft(tx: Tx, draft: DraftView): Promise<boolean> {
    const changed = await changeRows(
      tx,
      'UPDATE engine_draft SET name = ?, xml = ?, revision = ?, updated_by = ?, updated_at = ? WHERE definition_key = ? AND revision = ?',
      [draft.name, draft.xml, draft.revision, draft.updatedBy, draft.updatedAt.getTime(), draft.key, draft.revision - 1],
    );
    return changed === 1;
  }

  private async newest(tx: Tx, key: string, lock: '' | ' FOR UPDATE'): Promise<DefinitionView | undefined> {
    const sql = `SELECT ${VIEW} FROM engine_definition d WHERE d.definition_key = ? ORDER BY d.version DESC LIMIT 1${lock}`;
    return (await selectRows<ViewRow>(tx, sql, [key])).map(viewOf)[0];
  }
}

const viewOf = (row: ViewRow): DefinitionView => ({
  id: row.id,
  key: row.definition_key,
  version: row.version,
  name: row.name,
  hash: row.hash,
  publishedBy: row.published_by,
  publishedAt: new Date(Number(row.published_at)),
  reason: row.reason,
});

const draftOf = (row: DraftEntity): DraftView => ({
  key: row.definition_key,
  name: row.name,
  xml: row.xml,
  revision: row.revision,
  updatedBy: row.updated_by,
  updatedAt: new Date(Number(row.updated_at)),
});
