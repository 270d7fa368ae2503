import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { AttachmentCategory } from '../model';

/** An attachment as the database has it. */
export interface Attachment {
  readonly id: string;
  readonly instanceId: string;
  readonly name: string;
  readonly category: AttachmentCategory;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly addedBy: string;
  readonly addedAt: number;
}

type Row = {
  id: string;
  instance_id: string;
  name: string;
  category: AttachmentCategory;
  media_type: string;
  size: number | string;
  sha256: string;
  sm3: string;
  added_by: string;
  added_at: number | string;
};

const COLUMNS = 'SELECT id, instance_id, name, category, media_type, size, sha256, sm3, added_by, added_at FROM attachment_file';
const MOST_ROWS = 10_000;

/** Rows of attachments. */
@Injectable()
export class AttachmentRepository {
  async find(tx: Tx, attachmentId: string): Promise<Attachment | undefined> {
    return (await tx.manager.query<Row[]>(`${COLUMNS} WHERE id = ?`, [attachmentId])).map(attachmentOf)[0];
  }

  /** Oldest first. The number is bounded by the setting of files per case. */
  async list(tx: Tx, instanceId: string): Promise<readonly Attachment[]> {
    const rows = await tx.manager.query<Row[]>(`${COLUMNS} WHERE instance_id = ? ORDER BY added_at, id LIMIT ${MOST_ROWS}`, [instanceId]);
    return rows.map(attachmentOf);
  }

  /** Number and bytes of the files of a case. */
  async measure(tx: Tx, instanceId: string): Promise<{ readonly count: number; readonly bytes: number }> {
    const [row] = await tx.manager.query<{ count: number | string; bytes: number | string | null }[]>(
      'SELECT COUNT(*) AS count, SUM(size) AS bytes FROM attachment_file WHERE instance_id = ?',
      [instanceId],
    );
    return { count: Number(row?.count ?? 0), bytes: Number(row?.bytes ?? 0) };
  }

  async add(tx: Tx, one: Attachment): Promise<void> {
    await tx.manager.query(
      `INSERT INTO attachment_file (id, instance_id, name, category, media_type, size, sha256, sm3, added_by, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [one.id, one.instanceId, one.name, one.category, one.mediaType, one.size, one.sha256, one.sm3, one.addedBy, one.addedAt],
    );
  }
}

const attachmentOf = (row: Row): Attachment => ({
  id: row.id,
  instanceId: row.instance_id,
  name: row.name,
  category: row.category,
  mediaType: row.media_type,
  size: Number(row.size),
  sha256: row.sha256,
  sm3: row.sm3,
  addedBy: row.added_by,
  addedAt: Number(row.added_at),
});
