import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { FormSchema, FormVersionReply } from '../model';

/** A published form with its schema. */
export interface FormVersion {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly schema: FormSchema;
}

type VersionRow = { id: string; form_key: string; version: number };
type ListRow = { form_key: string; version: number; hash: string; published_by: string; published_at: number | string; reason: string };

const LIST_COLUMNS = 'form_key, version, hash, published_by, published_at, reason';
/** Schemas kept in memory. Versions never change, so an entry is right on every node for ever. */
const CACHE_SIZE = 200;

/** Rows of published forms. */
@Injectable()
export class FormRepository {
  private readonly schemas = new Map<string, FormSchema>();

  /** The version in force at a moment: the latest one published by then. */
  async findInForce(tx: Tx, key: string, at: Date): Promise<FormVersion | undefined> {
    const rows = await tx.manager.query<VersionRow[]>(
      'SELECT id, form_key, version FROM form_version WHERE form_key = ? AND published_at <= ? ORDER BY version DESC LIMIT 1',
      [key, at.getTime()],
    );
    const row = rows[0];
    return row && { id: row.id, key: row.form_key, version: row.version, schema: await this.schemaOf(tx, row.id) };
  }

  async add(tx: Tx, form: { id: string; version: number; schema: FormSchema; reason: string }): Promise<FormVersionReply> {
    const content = JSON.stringify(form.schema);
    const hash = hashOf(content);
    await tx.manager.query(
      `INSERT INTO form_version (id, form_key, version, hash, content, reason, published_by, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [form.id, form.schema.id, form.version, hash, content, form.reason, tx.actor.personId, tx.now.getTime()],
    );
    return {
      key: form.schema.id,
      version: form.version,
      hash,
      publishedBy: tx.actor.personId,
      publishedAt: tx.now.toISOString(),
      reason: form.reason,
    };
  }

  /** Versions of a form, newest first. */
  async versions(tx: Tx, key: string): Promise<readonly FormVersionReply[]> {
    const rows = await tx.manager.query<ListRow[]>(
      `SELECT ${LIST_COLUMNS} FROM form_version WHERE form_key = ? ORDER BY version DESC LIMIT 200`,
      [key],
    );
    return rows.map(replyOf);
  }

  /** Latest version of each form. */
  async list(tx: Tx): Promise<readonly FormVersionReply[]> {
    const rows = await tx.manager.query<ListRow[]>(
      `SELECT ${LIST_COLUMNS} FROM form_version v
       WHERE version = (SELECT MAX(version) FROM form_version w WHERE w.form_key = v.form_key) ORDER BY form_key LIMIT 500`,
    );
    return rows.map(replyOf);
  }

  private async schemaOf(tx: Tx, id: string): Promise<FormSchema> {
    const known = this.schemas.get(id);
    if (known) return known;
    const rows = await tx.manager.query<{ content: string }[]>('SELECT content FROM form_version WHERE id = ?', [id]);
    const schema = JSON.parse(rows[0]?.content ?? '') as FormSchema;
    if (this.schemas.size >= CACHE_SIZE) this.schemas.clear();
    this.schemas.set(id, schema);
    return schema;
  }
}

/** SHA-256 of a schema text, hex. */
export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

const replyOf = (row: ListRow): FormVersionReply => ({
  key: row.form_key,
  version: row.version,
  hash: row.hash,
  publishedBy: row.published_by,
  publishedAt: new Date(Number(row.published_at)).toISOString(),
  reason: row.reason,
});
