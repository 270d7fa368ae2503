import type { Json, JsonObject } from '@fashen/plugin-api';
import type { CompiledCell } from '../compile-decisions';
import type { InputColumn } from '../decision-model';
import { type Operand, type PlainAlternative, valueAt } from '../plain-test';
import { readPlainTest } from '../plain-test';

/** A value that stands for all values of a column that no cell can tell apart from it. */
export interface Atom {
  readonly value: Json;
  /** In signs, not in words: `3000`, `(3000..5000)`, `< 1000`, `"A"`, `≠ "A","B"`. */
  readonly label: string;
}

/** Paths that lead nowhere in the known data stand for an unknown threshold: a number no other cell uses. */
export type Symbols = Map<string, number>;

const FIRST_SYMBOL = 1_000_000_007;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Atoms of a column: every bound its cells name, and one value between, below and above each two of them. */
export function atomsOf(column: InputColumn, cells: readonly CompiledCell[], known: JsonObject, symbols: Symbols): readonly Atom[] {
  const alternatives = cells.flatMap((cell) => cell.plain?.alternatives ?? []);
  const constants = alternatives.flatMap((alternative) => operandsOf(alternative).map((operand) => constantOf(operand, known, symbols)));
  const distinct = [...new Map(constants.map((value) => [JSON.stringify(value), value])).values()];
  if (alternatives.some((alternative) => alternative.kind === 'contains')) return listAtoms(distinct);
  const withNull = distinct.includes(null) ? [{ value: null, label: 'null' }] : [];
  return [...scalarAtoms(column, distinct), ...withNull];
}

/** A scope in which every symbol of the cells has its number. */
export function scopeOf(known: JsonObject, symbols: Symbols): JsonObject {
  let scope: JsonObject = known;
  for (const [path, value] of symbols) scope = withValue(scope, path.split('.'), value);
  return scope;
}

function withValue(scope: JsonObject, [step, ...rest]: readonly string[], value: number): JsonObject {
  if (step === undefined) return scope;
  const inner = scope[step];
  const below = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {};
  return { ...scope, [step]: rest.length === 0 ? value : withValue(below, rest, value) };
}

function operandsOf(alternative: PlainAlternative): readonly Operand[] {
  return alternative.kind === 'interval' ? [alternative.from, alternative.to] : [alternative.operand];
}

function constantOf(operand: Operand, known: JsonObject, symbols: Symbols): Json {
  if (operand.kind === 'value') return operand.value;
  const value = valueAt(known, operand.path);
  if (value !== null) return value;
  const path = operand.path.join('.');
  const symbol = symbols.get(path) ?? FIRST_SYMBOL + symbols.size * 1_000;
  symbols.set(path, symbol);
  return symbol;
}

function scalarAtoms(column: InputColumn, constants: readonly Json[]): readonly Atom[] {
  const numbers = constants.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  if (numbers.length > 0) return numberAtoms(numbers);
  const texts = constants.filter((value) => typeof value === 'string');
  if (texts.length > 0 && texts.every((text) => DAY.test(text))) return dayAtoms([...texts].sort());
  if (column.typeRef === 'boolean' || constants.some((value) => typeof value === 'boolean'))
    return [true, false].map((value) => ({ value, label: String(value) }));
  return textAtoms(column, texts);
}

function numberAtoms(numbers: readonly number[]): readonly Atom[] {
  const [lowest = 0] = numbers;
  const highest = numbers.at(-1) ?? 0;
  const between = numbers.slice(1).map((to, at) => ({ value: ((numbers[at] ?? 0) + to) / 2, label: `(${numbers[at]}..${to})` }));
  const points = numbers.map((value) => ({ value, label: String(value) }));
  return [
    { value: lowest - 1, label: `< ${lowest}` },
    ...points.flatMap((point, at) => [point, ...between.slice(at, at + 1)]),
    { value: highest + 1, label: `> ${highest}` },
  ];
}

function dayAtoms(days: readonly string[]): readonly Atom[] {
  const around = days.flatMap((day) => [shifted(day, -1), day, shifted(day, 1)]);
  return [...new Set(around)].map((value) => ({ value, label: value }));
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function textAtoms(column: InputColumn, texts: readonly string[]): readonly Atom[] {
  const allowed = allowedTexts(column);
  const named = [...new Set([...texts, ...allowed])].map((value) => ({ value, label: JSON.stringify(value) }));
  if (allowed.length > 0) return named;
  return [...named, { value: '\u0000', label: named.length > 0 ? `≠ ${named.map((atom) => atom.label).join(',')}` : '*' }];
}

function allowedTexts(column: InputColumn): readonly string[] {
  const test = column.allowedValues === undefined ? undefined : readPlainTest(column.allowedValues);
  return (test?.alternatives ?? []).flatMap((one) =>
    one.kind === 'compare' && one.operator === '=' && one.operand.kind === 'value' && typeof one.operand.value === 'string'
      ? [one.operand.value]
      : [],
  );
}

/** Lists: nothing, each named value alone, all of them, and something no cell names. */
function listAtoms(named: readonly Json[]): readonly Atom[] {
  const lists: readonly (readonly Json[])[] = [[], ...named.map((value) => [value]), ...(named.length > 1 ? [named] : []), ['\u0000']];
  return lists.map((value) => ({ value, label: value[0] === '\u0000' ? '[≠]' : JSON.stringify(value) }));
}
