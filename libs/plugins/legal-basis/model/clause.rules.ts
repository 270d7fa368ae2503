import type { Clause } from './clause.schema';

/** How a clause stands on a day: `notYet` and `ended` are outside of its time, `unknown` without a day. */
export type ClauseStanding = 'inForce' | 'notYet' | 'ended' | 'unknown';

/** What people write when they cite it. No two clauses of a version have the same name. */
export const clauseName = ({ law, article }: Pick<Clause, 'law' | 'article'>): string => `${law} ${article}`;

/** Whether a clause was in force on a day (`YYYY-MM-DD`). A boundary nobody has entered is no boundary. */
export function standingOn({ validFrom, validUntil }: Pick<Clause, 'validFrom' | 'validUntil'>, day: string | undefined): ClauseStanding {
  if (day === undefined) return 'unknown';
  if (validFrom !== undefined && day < validFrom) return 'notYet';
  return validUntil !== undefined && day > validUntil ? 'ended' : 'inForce';
}

/** Clauses in which every word occurs somewhere; full-width letters and capitals make no difference. */
export function clausesWith(clauses: readonly Clause[], search: string): readonly Clause[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return clauses;
  return clauses.filter(({ code, law, article, title, text = '' }) => {
    const all = plain([code, law, article, title, text].join(' '));
    return words.every((word) => all.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What publishing a list would change, by the names of the clauses. */
export interface ClauseChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares two lists by code. */
export function clauseChanges(before: readonly Clause[], after: readonly Clause[]): ClauseChanges {
  const [old, next] = [byCode(before), byCode(after)];
  return {
    added: after.filter(({ code }) => !old.has(code)).map(clauseName),
    changed: after.filter((one) => isOther(old.get(one.code), one)).map(clauseName),
    removed: before.filter(({ code }) => !next.has(code)).map(clauseName),
  };
}

/** The list with these clauses put in: those with a code it has replace it. In the order of codes. */
export function mergedClauses(before: readonly Clause[], added: readonly Clause[]): readonly Clause[] {
  const all = new Map([...byCode(before), ...byCode(added)]);
  return sortedClauses([...all.values()]);
}

/** In the order of codes, which does not depend on the language of the machine. */
export const sortedClauses = (clauses: readonly Clause[]): readonly Clause[] =>
  [...clauses].sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0));

const byCode = (clauses: readonly Clause[]): ReadonlyMap<string, Clause> => new Map(clauses.map((one) => [one.code, one]));

const FIELDS = ['law', 'article', 'title', 'validFrom', 'validUntil', 'source', 'text'] as const;

const isOther = (old: Clause | undefined, next: Clause): boolean => old !== undefined && FIELDS.some((field) => old[field] !== next[field]);
