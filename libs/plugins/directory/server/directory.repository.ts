import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Certificate, Person, Tx } from '@fashen/plugin-api';
import type { NewPerson } from '../model';

/** Which active persons to list; `limit` is the number of rows. */
export interface PersonFilter {
  readonly role?: string;
  readonly post?: string;
  readonly unitId?: string;
  readonly text?: string;
  readonly after?: string;
  readonly limit: number;
}

/** A person with one of the things they hold: a role, a post, or a certificate of that kind; or nothing, once per person. */
interface HeldRow {
  readonly id: string;
  readonly name: string;
  readonly unit_id: string;
  readonly unit_name: string | null;
  readonly active: number;
  readonly held: 'certificate' | 'post' | 'role' | 'person';
  readonly value: string;
  readonly number: string;
  readonly valid_from: string;
  readonly valid_to: string;
}

/** The persons of `found` with all they hold, in one statement: people are read in the middle of commands. */
const withHeld = (found: string): string => `WITH found AS (SELECT p.id, p.name, p.unit_id, u.name AS unit_name, p.active
    FROM directory_person p LEFT JOIN directory_unit u ON u.id = p.unit_id ${found})
  SELECT f.*, 'person' AS held, '' AS value, '' AS number, '' AS valid_from, '' AS valid_to FROM found f
  UNION ALL SELECT f.*, 'role', r.role, '', '', '' FROM found f JOIN directory_role r ON r.person_id = f.id
  UNION ALL SELECT f.*, 'post', o.post, '', '', '' FROM found f JOIN directory_post o ON o.person_id = f.id
  UNION ALL SELECT f.*, 'certificate', c.kind, c.number, c.valid_from, COALESCE(c.valid_to, '') FROM found f
    JOIN directory_certificate c ON c.person_id = f.id
  ORDER BY id, valid_from, value`;

/** Rows of persons. */
@Injectable()
export class DirectoryRepository {
  async hasPerson(tx: Tx): Promise<boolean> {
    return (await tx.manager.query<unknown[]>('SELECT id FROM directory_person LIMIT 1')).length > 0;
  }

  async find(tx: Tx, personId: string): Promise<Person | undefined> {
    return personsOf(await tx.manager.query<HeldRow[]>(withHeld('WHERE p.id = ?'), [personId]))[0];
  }

  /** Names by id, in one query. */
  async names(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const sql = `SELECT id, name FROM directory_person WHERE id IN (${personIds.map(() => '?').join(', ')})`;
    const rows = await tx.manager.query<{ id: string; name: string }[]>(sql, [...personIds]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Name, unit and roles of an active person in one query; asked on every request. */
  async findActor(tx: Tx, personId: string): Promise<{ id: string; name: string; unitId: string; roles: string[] } | undefined> {
    const rows = await tx.manager.query<{ id: string; name: string; unit_id: string; role: string | null }[]>(
      `SELECT p.id, p.name, p.unit_id, r.role FROM directory_person p LEFT JOIN directory_role r ON r.person_id = p.id
       WHERE p.id = ? AND p.active = 1 ORDER BY r.role`,
      [personId],
    );
    const [first] = rows;
    if (!first) return undefined;
    return { id: first.id, name: first.name, unitId: first.unit_id, roles: rows.flatMap((row) => (row.role ? [row.role] : [])) };
  }

  async list(tx: Tx, filter: PersonFilter): Promise<readonly Person[]> {
    const { clauses, values } = conditionsOf(filter);
    const sql = withHeld(`WHERE ${clauses.join(' AND ')} ORDER BY p.id LIMIT ?`);
    return personsOf(await tx.manager.query<HeldRow[]>(sql, [...values, filter.limit]));
  }

  async addPerson(tx: Tx, person: NewPerson): Promise<void> {
    await tx.manager.query('INSERT INTO directory_person (id, name, unit_id, active, created_at) VALUES (?, ?, ?, 1, ?)', [
      person.id,
      person.name,
      person.unitId,
      tx.now.getTime(),
    ]);
    await this.replaceHeld(tx, person.id, person);
  }

  async replacePerson(tx: Tx, person: Pick<Person, 'id' | 'name' | 'unitId' | 'active'>): Promise<void> {
    const values = [person.name, person.unitId, person.active ? 1 : 0, person.id];
    await tx.manager.query('UPDATE directory_person SET name = ?, unit_id = ?, active = ? WHERE id = ?', values);
  }

  /** Replaces roles, posts and certificates, each only when given. */
  async replaceHeld(tx: Tx, personId: string, held: Partial<Pick<NewPerson, 'roles' | 'posts' | 'certificates'>>): Promise<void> {
    if (held.roles) await this.replaceRows(tx, ['directory_role', 'role'], personId, held.roles);
    if (held.posts) await this.replaceRows(tx, ['directory_post', 'post'], personId, held.posts);
    if (!held.certificates) return;
    await tx.manager.query('DELETE FROM directory_certificate WHERE person_id = ?', [personId]);
    for (const one of held.certificates) {
      await tx.manager.query(
        'INSERT INTO directory_certificate (id, person_id, kind, number, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)',
        [randomUUID(), personId, one.kind, one.number, one.validFrom, one.validTo ?? null],
      );
    }
  }

  private async replaceRows(
    tx: Tx,
    [table, column]: readonly [string, string],
    personId: string,
    values: readonly string[],
  ): Promise<void> {
    await tx.manager.query(`DELETE FROM ${table} WHERE person_id = ?`, [personId]);
    for (const value of new Set(values))
      await tx.manager.query(`INSERT INTO ${table} (person_id, ${column}) VALUES (?, ?)`, [personId, value]);
  }
}

function conditionsOf(filter: PersonFilter): { clauses: string[]; values: string[] } {
  const conditions: readonly [string, string | undefined][] = [
    ['p.id > ?', filter.after],
    ['p.unit_id = ?', filter.unitId],
    ['EXISTS (SELECT 1 FROM directory_role r WHERE r.person_id = p.id AND r.role = ?)', filter.role],
    ['EXISTS (SELECT 1 FROM directory_post o WHERE o.person_id = p.id AND o.post = ?)', filter.post],
    ["p.name LIKE ? ESCAPE '!'", filter.text ? `%${filter.text.replace(/[!%_]/g, '!$&')}%` : undefined],
  ];
  const given = conditions.flatMap(([clause, value]) => (value ? [{ clause, value }] : []));
  return { clauses: ['p.active = 1', ...given.map((one) => one.clause)], values: given.map((one) => one.value) };
}

function personsOf(rows: readonly HeldRow[]): readonly Person[] {
  const byPerson = new Map<string, HeldRow[]>();
  for (const row of rows) {
    const known = byPerson.get(row.id);
    if (known) known.push(row);
    else byPerson.set(row.id, [row]);
  }
  return [...byPerson.values()].flatMap(([first, ...others]) => (first ? [personOf(first, [first, ...others])] : []));
}

function personOf(row: HeldRow, held: readonly HeldRow[]): Person {
  const of = (kind: HeldRow['held']): readonly HeldRow[] => held.filter((one) => one.held === kind);
  return {
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name ?? row.unit_id,
    posts: of('post').map(({ value }) => value),
    roles: of('role').map(({ value }) => value),
    active: Number(row.active) === 1,
    certificates: of('certificate').map(certificateOf),
  };
}

const certificateOf = (row: HeldRow): Certificate => ({
  kind: row.value as Certificate['kind'],
  number: row.number,
  validFrom: row.valid_from,
  ...(row.valid_to ? { validTo: row.valid_to } : {}),
});
