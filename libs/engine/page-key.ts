import type { Page, PageRequest } from '@fashen/plugin-api';
import { engineErrors } from './engine.errors';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Rows per page. */
export function limitOf(page: PageRequest): number {
  return Math.min(Math.max(Math.trunc(page.limit ?? DEFAULT_LIMIT), 1), MAX_LIMIT);
}

/** Makes a page of `limit` items out of up to `limit + 1` rows; `keyOf` makes the opaque key of the last item. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (last: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return { items };
  return { items, next: Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') };
}

/** Reads a page key of a number and an id. Refused when it is none. */
export function numberAndId(after: string | undefined): readonly [number, string] | undefined {
  const key = after === undefined ? undefined : keyPartsOf(after);
  if (!key) return undefined;
  const [number, id] = key;
  if (typeof number !== 'number' || typeof id !== 'string') throw engineErrors.PAGE_KEY_INVALID();
  return [number, id];
}

/** Reads a page key that is an id. Refused when it is none. */
export function onlyId(after: string | undefined): string | undefined {
  const key = after === undefined ? undefined : keyPartsOf(after);
  if (!key) return undefined;
  const [id] = key;
  if (typeof id !== 'string') throw engineErrors.PAGE_KEY_INVALID();
  return id;
}

function keyPartsOf(after: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Not one of our keys: said below.
  }
  throw engineErrors.PAGE_KEY_INVALID();
}
