import type { Page } from '@fashen/plugin-api';

/** Where a page of a list ends that is ordered by time and id. */
export interface PagePlace {
  readonly at: number;
  readonly id: string;
}

/** The place behind an opaque key; what is not a key is the beginning. */
export function placeOf(after: string | undefined): PagePlace {
  const [, at, id] = /^(\d{1,16})\.([\w-]{1,36})$/.exec(after ?? '') ?? [];
  return at && id ? { at: Number(at), id } : { at: Number.MAX_SAFE_INTEGER, id: '' };
}

/** Makes a page of rows of which one more than `limit` was read. */
export function pageBy<R, T>(rows: readonly R[], limit: number, parts: { place: (row: R) => PagePlace; view: (row: R) => T }): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(parts.view);
  if (!last || rows.length <= limit) return { items };
  const { at, id } = parts.place(last);
  return { items, next: `${at}.${id}` };
}
