import type { Json } from '@fashen/plugin-api';
import type { CitedClause, ClauseStanding } from '@fashen/plugins/legal-basis/model';

/** The copy of a clause that an opinion keeps: what was cited, from which version, and how it stood on the day of the conduct. */
export type Citation = CitedClause;

/** A clause to choose from. */
export interface ClauseOption {
  readonly name: string;
  /** What it is about; absent for clauses that are not in the library. */
  readonly title?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** On the day of the conduct; absent for clauses that are not in the library. */
  readonly standing?: ClauseStanding;
}

/** The day (`YYYY-MM-DD`) at a path of the case data; a moment counts as its day as it is written. */
export function dayAt(data: Json, path: string): string | undefined {
  const found = path.split('.').reduce<Json | undefined>((value, name) => memberOf(value, name), data);
  return typeof found === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(found)?.[0] : undefined;
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, Json>>)[name] : undefined;
}

/** Clauses cited before and those of the library, each once, in this order; the library knows more of those it has. */
export function clauseOptions(cited: readonly string[], known: readonly Citation[], found: readonly Citation[]): readonly ClauseOption[] {
  const byName = new Map([...known, ...found].map((one) => [one.name, optionOf(one)]));
  const names = [...new Set([...cited, ...found.map(({ name }) => name)])];
  return names.map((name) => byName.get(name) ?? { name });
}

const optionOf = ({ name, title, validFrom, validUntil, standing }: Citation): ClauseOption => ({
  ...{ name, title, standing },
  ...(validFrom !== undefined && { validFrom }),
  ...(validUntil !== undefined && { validUntil }),
});
