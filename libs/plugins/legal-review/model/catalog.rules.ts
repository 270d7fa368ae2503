import type { Json } from '@fashen/plugin-api';
import { z } from 'zod';
import {
  type CatalogInput,
  type CatalogResult,
  type CatalogRow,
  catalogRow,
  type Depth,
  type HearingRight,
  hearingRight,
  type Proposal,
} from './catalog';
import { legalReviewErrors } from './legal-review.errors';
import type { ParameterValues } from './parameter-set';

const DEPTHS: readonly Depth[] = ['NONE', 'ROUTINE', 'FULL'];
const HEARING_RIGHTS: readonly HearingRight[] = ['NONE', 'OFFERED', 'YES'];
const IMPACTS: readonly Proposal['socialImpact'][] = ['NONE', 'LOCAL', 'MAJOR'];

/** The deeper of two. */
export const deeper = (a: Depth, b: Depth): Depth => (DEPTHS.indexOf(a) >= DEPTHS.indexOf(b) ? a : b);

/** The inputs of a case: one per party, so that a joint case takes the strictest of them. */
export function inputsOf(input: CatalogInput): readonly CatalogInput[] {
  const { parties = [], ...draft } = input.draft;
  if (parties.length === 0) return [input];
  return parties.map(({ type, ...own }) => ({ ...input, draft: { ...draft, ...own }, party: { type } }));
}

/**
 * The highest proposal in the life of a case: the largest sums and every ground that was ever given. A later, lower draft does not take the
 * review away. Procedure, act and limits of the law are those of the current draft.
 */
export function highestProposal(current: Proposal, earlier: readonly Proposal[]): Proposal {
  return earlier.reduce(strictest, current);
}

function strictest(current: Proposal, before: Proposal): Proposal {
  const either = (name: Ground): boolean => current[name] || before[name];
  return {
    ...current,
    kinds: [...new Set([...current.kinds, ...before.kinds])],
    fine: Math.max(current.fine, before.fine),
    gain: Math.max(current.gain, before.gain),
    goodsValue: Math.max(current.goodsValue, before.goodsValue),
    socialImpact: highest(IMPACTS, [current.socialImpact, before.socialImpact]),
    ...Object.fromEntries(GROUNDS.map((name) => [name, either(name)])),
  };
}

type Ground = (typeof GROUNDS)[number];
const GROUNDS = [
  'structureRemoval',
  'publicInterestMajor',
  'complex',
  'crossRegion',
  'crimeSuspected',
  'mitigationOrNoPenalty',
  'urgent',
  'consecutiveDailyFine',
  'namedByHigher',
  'governmentApprovalRequired',
] as const;

/** What the two decisions answered for one party. */
export interface DecisionAnswers {
  /** Rows of the catalog that fit. */
  readonly catalog: Json;
  /** Answer of the hearing threshold. */
  readonly hearing: Json;
}

/** The catalog result of a case from the answers for each of its parties. Answers of another shape are a mistake in the published decision: `CATALOG_UNREADABLE`. */
export function catalogFrom(
  answers: readonly DecisionAnswers[],
  inputs: readonly CatalogInput[],
  parameters: ParameterValues,
): CatalogResult {
  const rows = answers.flatMap(({ catalog }) => readAnswer(z.array(catalogRow), catalog, 'catalog'));
  const rights = answers.map(({ hearing }) => readAnswer(hearingRight, hearing, 'hearing'));
  return withStatutoryGrounds(combineRows(rows, rights), inputs, parameters);
}

function readAnswer<T>(shape: z.ZodType<T>, answer: Json, decision: 'catalog' | 'hearing'): T {
  const read = shape.safeParse(answer);
  if (!read.success) throw legalReviewErrors.CATALOG_UNREADABLE({ decision });
  return read.data;
}

/** One result of all rows that apply: deepest review, days of that depth (the shortest), discussion and filing if any row asks for them. */
export function combineRows(rows: readonly CatalogRow[], hearingRights: readonly HearingRight[]): CatalogResult {
  const named = rows.filter((row) => !row.fallback);
  const items = distinct(named.length > 0 ? named : rows.filter((row) => row.depth !== 'NONE'));
  const depth = items.reduce<Depth>((deepest, row) => deeper(deepest, row.depth), 'NONE');
  const isIn = depth !== 'NONE';
  return {
    inCatalog: isIn,
    depth,
    items,
    collective: items.some((row) => row.collective),
    filing: items.some((row) => row.filing),
    ...(isIn ? daysAt(depth, items) : { reviewDays: 0, extDays: 0 }),
    hearingRight: highest(HEARING_RIGHTS, hearingRights),
  };
}

/** The shortest days among the rows of a depth. */
function daysAt(depth: Depth, rows: readonly CatalogRow[]): Pick<CatalogRow, 'reviewDays' | 'extDays'> {
  const deciding = rows.filter((row) => row.depth === depth);
  return {
    reviewDays: Math.min(...deciding.map((row) => row.reviewDays)),
    extDays: Math.min(...deciding.map((row) => row.extDays)),
  };
}

/** One item per code: parties of a joint case may hit the same row with different strictness. */
function distinct(rows: readonly CatalogRow[]): readonly CatalogRow[] {
  const byCode = new Map<string, CatalogRow>();
  for (const row of rows) {
    const before = byCode.get(row.code);
    byCode.set(row.code, before ? stricter(before, row) : row);
  }
  return [...byCode.values()];
}

function stricter(one: CatalogRow, other: CatalogRow): CatalogRow {
  const depth = deeper(one.depth, other.depth);
  const { collective, filing } = one;
  return { ...other, depth, collective: collective || other.collective, filing: filing || other.filing, ...daysAt(depth, [one, other]) };
}

/** The statutory grounds of article 58, first paragraph, that a draft or hearing gives. */
const STATUTORY: readonly { readonly code: string; readonly applies: (input: CatalogInput) => boolean }[] = [
  { code: 'APL-58-1', applies: ({ draft }) => draft.publicInterestMajor },
  { code: 'APL-58-2', applies: ({ hearing }) => hearing.held },
  { code: 'APL-58-3', applies: ({ draft }) => draft.complex },
  { code: 'APL-58-4', applies: ({ draft }) => draft.namedByHigher },
];

/**
 * Statutory grounds cannot be switched off by a catalog: where one is given and the catalog asks for less than full review,
 * the ground itself becomes an item. Days are those of full review.
 */
export function withStatutoryGrounds(result: CatalogResult, inputs: readonly CatalogInput[], parameters: ParameterValues): CatalogResult {
  const grounds = STATUTORY.filter((ground) => inputs.some((input) => ground.applies(input)));
  if (grounds.length === 0 || result.depth === 'FULL') return result;
  const rows = grounds.map((ground): CatalogRow => ({
    code: ground.code,
    title: '',
    depth: 'FULL',
    collective: false,
    filing: false,
    reviewDays: parameters.reviewDaysFull,
    extDays: parameters.extDaysFull,
    fallback: false,
  }));
  return combineRows([...result.items, ...rows], [result.hearingRight]);
}

/** What holds for a case after several evaluations: never less than before, but the hearing right follows the current draft. */
export function strictestResult(current: CatalogResult, before: CatalogResult | undefined): CatalogResult {
  if (!before) return current;
  const collective = current.collective || before.collective;
  const filing = current.filing || before.filing;
  if (DEPTHS.indexOf(before.depth) <= DEPTHS.indexOf(current.depth)) return { ...current, collective, filing };
  const { inCatalog, depth, items, reviewDays, extDays } = before;
  return { ...current, inCatalog, depth, items, reviewDays, extDays, collective, filing };
}

function highest<T>(order: readonly T[], values: readonly T[]): T {
  const rank = Math.max(0, ...values.map((value) => order.indexOf(value)));
  return order[rank] as T;
}
