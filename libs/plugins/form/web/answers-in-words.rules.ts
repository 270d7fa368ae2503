import type { JsonObject } from '@fashen/plugin-api';
import { filledFields, type FilledField, type FormSchema } from '../model';

/** Answers by the label of their field, each in the words that `say` has for it. What has no field is left out. */
export function answersInWords(
  schema: FormSchema,
  data: Readonly<Record<string, unknown>>,
  say: (value: FilledField['value']) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(filledFields(schema, data as JsonObject).map(({ label, value }) => [label, say(value)]));
}
