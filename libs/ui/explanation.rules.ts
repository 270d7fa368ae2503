import type { DecisionExplanation, Json, JsonObject } from '@fashen/plugin-api';

type Row = DecisionExplanation['rows'][number];

/** One condition of a rule row, as a person compares it with the case. */
export interface Condition {
  readonly label: string;
  /** The test as it is written in the table. */
  readonly requirement: string;
  readonly value: Json;
  readonly holds: boolean;
}

/** Hit policies under which one row decides even if several fit. */
const singlePolicies = ['FIRST', 'UNIQUE', 'ANY', 'PRIORITY'];

/** Rows whose result counts: all that matched, or the first one where the table takes only one. */
export function decidingRows(explanation: DecisionExplanation): readonly Row[] {
  const matched = explanation.rows.filter((row) => row.matched);
  return singlePolicies.includes(explanation.hitPolicy) ? matched.slice(0, 1) : matched;
}

/** Conditions a row really sets; cells that accept everything are left out. */
export function conditionsOf(row: Row, explanation: DecisionExplanation): readonly Condition[] {
  return row.cells.flatMap((cell, at) => {
    const input = explanation.inputs[at];
    if (!input || isOpen(cell.text)) return [];
    return [{ label: input.label, requirement: cell.text, value: input.value, holds: cell.holds }];
  });
}

function isOpen(text: string): boolean {
  return text.trim() === '' || text.trim() === '-';
}

/** Results of the decisions a table builds on, by decision id: what names such as `thresholds.fine` stand for. */
export function knownValues(explanation: DecisionExplanation): JsonObject {
  const known: Record<string, Json | undefined> = {};
  for (const required of explanation.required) {
    Object.assign(known, knownValues(required));
    const outputs = decidingRows(required)[0]?.outputs;
    known[required.decisionId] = outputs && 'value' in outputs ? outputs.value : (outputs as Json | undefined);
  }
  return known;
}

const STRING = /"([^"]*)"/g;
/** “The list contains this” reads as just this, since the value of the case stands beside it. */
const CONTAINS = /list contains\(\?,\s*([^)]*)\)/g;
const NAME = /[A-Za-z_][\w]*(?:\.[A-Za-z_][\w]*)*/g;

/**
 * A test in readable form: names are replaced by what they stand for, texts by their words, signs by their usual look.
 * `show` writes a value in the language of the page.
 */
export function readableTest(test: string, known: JsonObject, show: (value: Json) => string): string {
  const parts = test.replace(CONTAINS, '$1').split(STRING);
  const readable = parts.map((part, at) => (at % 2 === 1 ? show(part) : readableCode(part, known, show)));
  return readable.join('').replaceAll('>=', '≥').replaceAll('<=', '≤').trim();
}

function readableCode(code: string, known: JsonObject, show: (value: Json) => string): string {
  return code
    .replace(NAME, (name) => {
      if (name === 'true' || name === 'false') return show(name === 'true');
      const value = valueAt(known, name.split('.'));
      return value === undefined ? name : show(value);
    })
    .replace(/\b\d{4,}\b/g, (digits) => show(Number(digits)));
}

function valueAt(data: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, part) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.hasOwn(value, part) ? (value as JsonObject)[part] : undefined;
  }, data);
}
