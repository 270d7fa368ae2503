import type { JsonObject } from '@fashen/plugin-api';
import type { DecisionTableView, DecisionView, ViewColumn } from '@fashen/plugins/decision-rule/model';

/** A value a decision reads of the case, and how to ask for it. */
export interface TryOutField {
  /** Path in the case data, such as `draft.fine`. */
  readonly path: string;
  readonly kind: 'number' | 'yesNo' | 'choice' | 'choices' | 'text';
  readonly options: readonly string[];
  /** Label of the column, when a column reads exactly this. */
  readonly label?: string;
}

/** Values a column allows, by its expression. */
export type AllowedValues = ReadonlyMap<string, readonly string[]>;

const PATH = /\b[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+/g;
const QUOTED = /"([^"]*)"/g;

/** Everything a decision and those it is built on read of the case. Names of other decisions and the parameters are left out. */
export function tryOutFields({ tables }: Pick<DecisionView, 'tables'>, allowed: AllowedValues): readonly TryOutField[] {
  const own = new Set([...tables.map((table) => table.decisionId), 'parameters']);
  const texts = tables.flatMap(textsOf);
  const paths = new Set(texts.flatMap(({ text }) => withoutQuoted(text).match(PATH) ?? []));
  return [...paths].filter((path) => !own.has(path.split('.')[0] ?? '')).map((path) => fieldOf(path, texts, allowed));
}

interface Reading {
  readonly text: string;
  readonly column?: ViewColumn;
  /** Cells below the column. */
  readonly cells: readonly string[];
}

/** Every expression of a decision. */
function textsOf(table: DecisionTableView): readonly Reading[] {
  if (table.hitPolicy === 'LITERAL' || table.hitPolicy === 'CONTEXT') {
    return table.rows.map((row) => ({ text: row.cells[1] ?? '', cells: [] }));
  }
  const columns = table.columns.map((column, at) => ({
    text: column.kind === 'input' ? (column.expression ?? '') : '',
    column,
    cells: table.rows.map((row) => row.cells[at] ?? ''),
  }));
  const cells = columns.flatMap((reading) => (reading.column.kind === 'annotation' ? [] : reading.cells));
  return [...columns, ...cells.map((text) => ({ text, cells: [] }))];
}

function fieldOf(path: string, texts: readonly Reading[], allowed: AllowedValues): TryOutField {
  const column = texts.find((reading) => reading.column && reading.text === path);
  const listed = allowed.get(path) ?? [];
  const options = listed.length > 0 ? listed : optionsFrom(path, texts, column);
  const label = column?.column?.label ? { label: column.column.label } : {};
  return { path, kind: kindOf(path, texts, column, options), options, ...label };
}

function kindOf(path: string, texts: readonly Reading[], column: Reading | undefined, options: readonly string[]): TryOutField['kind'] {
  const isList =
    column?.cells.some((cell) => cell.includes('list contains(?')) || texts.some(({ text }) => text.includes(`contains(${path}`));
  if (isList) return 'choices';
  const type = column?.column?.typeRef;
  if (type === 'boolean' || texts.some(({ text }) => text.includes(`${path} = true`))) return 'yesNo';
  if (options.length > 0) return 'choice';
  return type === 'string' ? 'text' : 'number';
}

/** Values that stand in quotes in the cells below a column, or in expressions that compare the path. */
function optionsFrom(path: string, texts: readonly Reading[], column: Reading | undefined): readonly string[] {
  const comparing = texts.filter(({ text }) => text.includes(`${path} = "`)).map(({ text }) => text);
  const found = [...(column?.cells ?? []), ...comparing].flatMap((text) => [...text.matchAll(QUOTED)].map((match) => match[1] ?? ''));
  return [...new Set(found)];
}

const withoutQuoted = (text: string): string => text.replace(QUOTED, '""');

/** Case data from answers by path. */
export function nested(answers: Readonly<Record<string, unknown>>): JsonObject {
  const data: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(answers)) {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let place = data;
    for (const name of names) place = (place[name] ??= {}) as Record<string, unknown>;
    place[last] = value;
  }
  return data as JsonObject;
}

/** What a field is before anybody answers: nothing for sums, no for questions, the first of the choices. */
export function startValue({ kind, options }: TryOutField): unknown {
  if (kind === 'number') return 0;
  if (kind === 'yesNo') return false;
  if (kind === 'choices') return [];
  return kind === 'choice' ? (options.find((option) => option === 'NONE') ?? options[0]) : '';
}

/** Reads the allowed values of input columns out of a DMN file. */
export function allowedValuesOf(xml: string): AllowedValues {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  const allowed = new Map<string, readonly string[]>();
  for (const input of file.getElementsByTagNameNS('*', 'input')) {
    const expression = input.getElementsByTagNameNS('*', 'inputExpression')[0]?.textContent?.trim();
    const values = input.getElementsByTagNameNS('*', 'inputValues')[0]?.textContent ?? '';
    const listed = [...values.matchAll(QUOTED)].map((match) => match[1] ?? '');
    if (expression && listed.length > 0) allowed.set(expression, listed);
  }
  return allowed;
}
