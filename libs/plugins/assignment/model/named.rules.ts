import type { Json } from '@fashen/plugin-api';
import type { AssignmentRule } from './assignment.schema';

/** Whom one word of an expression names. */
export interface NamedWord {
  readonly kind: 'role' | 'post' | 'unit' | 'person';
  readonly id: string;
  /** `role:x@unit`: only people of this unit. */
  readonly unitId?: string;
}

const WORD = /^(?:(role|post|unit|person):)?([A-Za-z0-9][A-Za-z0-9-]*)(?:@([A-Za-z0-9][A-Za-z0-9-]*))?$/;

/**
 * Whom the answer of an expression names, each once. `null` names nobody. Undefined when the answer is no text and no list of texts, or a
 * text names nothing: then the expression is wrong, and nobody is guessed.
 */
export function namedIn(answer: Json): readonly NamedWord[] | undefined {
  if (answer === null) return [];
  const texts: readonly Json[] = Array.isArray(answer) ? answer.filter((item) => item !== null) : [answer];
  const words = texts.map((text) => (typeof text === 'string' ? wordOf(text.trim()) : undefined));
  const found = words.filter((word) => word !== undefined);
  return found.length < words.length ? undefined : [...new Map(found.map((word) => [JSON.stringify(word), word])).values()];
}

/** Of superiors, nearest first: who stands at the level, or everybody up to it. */
export function superiorsAt<T>(chain: readonly T[], { level, reach }: Pick<AssignmentRule, 'level' | 'reach'>): readonly T[] {
  return reach === 'upTo' ? chain.slice(0, level) : chain.slice(level - 1, level);
}

function wordOf(text: string): NamedWord | undefined {
  const [, kind = 'person', id, unitId] = WORD.exec(text) ?? [];
  if (id === undefined || (unitId !== undefined && kind !== 'role')) return undefined;
  return { kind: kind as NamedWord['kind'], id, ...(unitId !== undefined && { unitId }) };
}
