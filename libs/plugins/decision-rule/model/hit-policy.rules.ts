import type { Json } from '@fashen/plugin-api';
import { decisionRuleErrors } from './decision-rule.errors';
import type { Aggregation, HitPolicy } from './decision-model';

/** A row that fits, with what it answers. */
export interface Hit {
  /** Row number from 1. */
  readonly index: number;
  /** One value per output column. */
  readonly values: readonly Json[];
}

/** The rows that count under a hit policy, in the order in which they count. Throws where the policy's promise is broken. */
export function countingHits(policy: HitPolicy, hits: readonly Hit[], priorities: readonly (readonly Json[])[]): readonly Hit[] {
  const [first] = hits;
  if (!first) return [];
  if (policy === 'FIRST') return [first];
  if (policy === 'UNIQUE') return unique(hits);
  if (policy === 'ANY') return any(first, hits);
  if (policy === 'PRIORITY') return byPriority(hits, priorities).slice(0, 1);
  if (policy === 'OUTPUT ORDER') return byPriority(hits, priorities);
  return hits;
}

function unique(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length > 1) throw decisionRuleErrors.SEVERAL_ROWS({ rows: hits.map((hit) => hit.index) });
  return hits;
}

function any(first: Hit, hits: readonly Hit[]): readonly Hit[] {
  const answer = JSON.stringify(first.values);
  const other = hits.filter((hit) => JSON.stringify(hit.values) !== answer);
  if (other.length > 0) throw decisionRuleErrors.ROWS_DISAGREE({ rows: [first.index, ...other.map((hit) => hit.index)] });
  return [first];
}

/** Stable: among equals the order of the rows decides. */
function byPriority(hits: readonly Hit[], priorities: readonly (readonly Json[])[]): readonly Hit[] {
  const ranked = hits.map((hit) => ({ hit, ranks: ranksOf(hit, priorities) }));
  return ranked.sort((a, b) => compareRanks(a.ranks, b.ranks) || a.hit.index - b.hit.index).map((one) => one.hit);
}

function ranksOf(hit: Hit, priorities: readonly (readonly Json[])[]): readonly number[] {
  return priorities.map((values, column) => {
    if (values.length === 0) return 0;
    const rank = values.findIndex((value) => JSON.stringify(value) === JSON.stringify(hit.values[column]));
    if (rank < 0) throw decisionRuleErrors.OUTPUT_NOT_LISTED({ rows: [hit.index] });
    return rank;
  });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, column) => rank !== b[column]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** One value of many. SUM adds numbers, MIN and MAX compare numbers or texts (ISO days compare as texts), COUNT counts rows. */
export function aggregate(aggregation: Aggregation, values: readonly Json[]): Json {
  if (aggregation === 'COUNT') return values.length;
  if (values.length === 0) return null;
  if (values.every((value) => typeof value === 'number')) return aggregateNumbers(aggregation, values);
  const texts = values.filter((value) => typeof value === 'string');
  if (aggregation === 'SUM' || texts.length !== values.length) throw decisionRuleErrors.NOT_AGGREGABLE({ aggregation });
  const sorted = [...texts].sort();
  return (aggregation === 'MIN' ? sorted[0] : sorted.at(-1)) ?? null;
}

function aggregateNumbers(aggregation: Aggregation, values: readonly number[]): number {
  if (aggregation === 'SUM') return values.reduce((sum, value) => sum + value, 0);
  return aggregation === 'MIN' ? Math.min(...values) : Math.max(...values);
}
