import type { JsonObject } from '@fashen/plugin-api';
import { filledFields, type FormSchema } from '../model';

/** Answers by the label of their field, in words. What has no field is left out. */
export function answersInWords(schema: FormSchema, data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const fields = filledFields(schema, data as JsonObject);
  return Object.fromEntries(fields.map(({ label, value }) => [label, wordsOf(value)]));
}

const wordsOf = (value: string | number | boolean | readonly string[]): string =>
  typeof value === 'boolean' ? (value ? '✓' : '✕') : Array.isArray(value) ? value.join(' / ') : String(value);
