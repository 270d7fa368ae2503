import type { Json, JsonObject } from '@fashen/plugin-api';

/** One line of the data editor: a name, and a value written as JSON. */
export interface DataField {
  readonly name: string;
  readonly value: string;
}

/** What is wrong with a line: key of its sentence. */
export type FieldProblem = 'nameMissing' | 'nameTwice' | 'notJson';

/** The data of all lines, or what is wrong, by line. */
export interface ReadFields {
  readonly data?: JsonObject;
  readonly problems: readonly (FieldProblem | undefined)[];
}

const NOTHING: DataField = { name: '', value: '' };

const isEmpty = ({ name, value }: DataField): boolean => name.trim() === '' && value.trim() === '';

/** Reads the lines. Empty ones do not count. */
export function readFields(fields: readonly DataField[]): ReadFields {
  const names = fields.map(({ name }) => name.trim());
  const problems = fields.map((field, at) => (isEmpty(field) ? undefined : problemOf(field, names.slice(0, at))));
  if (problems.some((problem) => problem !== undefined)) return { problems };
  const entries = fields.filter((field) => !isEmpty(field)).map(({ name, value }) => [name.trim(), JSON.parse(value) as Json] as const);
  return { data: Object.fromEntries(entries), problems };
}

function problemOf({ name, value }: DataField, before: readonly string[]): FieldProblem | undefined {
  if (name.trim() === '') return 'nameMissing';
  if (before.includes(name.trim())) return 'nameTwice';
  return isJson(value) ? undefined : 'notJson';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Data as lines to edit; one empty line when there is none. */
export function fieldsOf(data: JsonObject | undefined): readonly DataField[] {
  const fields = Object.entries(data ?? {}).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
  return fields.length > 0 ? fields : [NOTHING];
}

/** The lines with one more, empty. */
export const withLine = (fields: readonly DataField[]): readonly DataField[] => [...fields, NOTHING];

/** The lines without one; the last one is emptied instead. */
export function withoutLine(fields: readonly DataField[], at: number): readonly DataField[] {
  const left = fields.filter((_field, index) => index !== at);
  return left.length > 0 ? left : [NOTHING];
}
