import type { Json, JsonObject } from '@fashen/plugin-api';
import { judgeValue, type Problem } from './field.rules';
import type { FormComponent, FormSchema } from './form.schema';

/** Answers that fit a form, or what is wrong with them. */
export interface SubmissionCheck {
  readonly problems: readonly Problem[];
}

/**
 * Judges answers by the form: every field in its bounds, no key the form does not have.
 * `isHidden` tells whether a field's condition hides it now: a hidden field must be absent.
 */
export function checkSubmission(schema: FormSchema, data: JsonObject, isHidden: (component: FormComponent) => boolean): SubmissionCheck {
  const fields = fieldsOf(schema);
  const known = new Set(fields.filter((field) => !field.component.readonly).map((field) => field.key));
  const unknown = leavesOf(data, known).map((key): Problem => ({ key, code: 'unknownKey' }));
  const wrong = fields.flatMap(({ key, component }) => {
    const value = valueAt(data, key);
    if (component.readonly) return [];
    if (isHidden(component)) return value === undefined ? [] : [{ key, code: 'hidden' } satisfies Problem];
    return [...judgeValue(key, component, value), ...judgeOther(fields, key, component, data)];
  });
  return { problems: [...unknown, ...wrong] };
}

/** `"properties": {"differentFrom": "<key>"}`: the answer may not be the one of that other field. */
function judgeOther(fields: ReturnType<typeof fieldsOf>, key: string, component: FormComponent, data: JsonObject): readonly Problem[] {
  const other = fields.find((field) => field.key === component.properties?.['differentFrom']);
  const value = valueAt(data, key);
  if (!other || value === undefined || value === null || value !== valueAt(data, other.key)) return [];
  return [{ key, code: 'sameAs', params: { other: other.component.label ?? other.key } }];
}

/** Fields of a form: the components that carry an answer. */
export function fieldsOf(schema: FormSchema): readonly { readonly key: string; readonly component: FormComponent }[] {
  return schema.components.flatMap((component) => (component.key ? [{ key: component.key, component }] : []));
}

/** The part of the case data that a form shows: only what its fields name. */
export function prefill(schema: FormSchema, variables: JsonObject): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { key } of fieldsOf(schema)) {
    const value = valueAt(variables, key);
    if (value !== undefined) put(data, key.split('.'), value);
  }
  return data;
}

/** The value at a dotted path, or nothing. */
export function valueAt(data: JsonObject, key: string): Json | undefined {
  let value: Json | undefined = data as Json;
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, part)) return undefined;
    value = (value as JsonObject)[part];
  }
  return value;
}

function put(target: Record<string, unknown>, [head = '', ...rest]: string[], value: Json): void {
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = (target[head] ??= {}) as Record<string, unknown>;
  put(inner, rest, value);
}

/** Paths in the data that no field covers. An object is looked into only while a field lies deeper. */
function leavesOf(data: JsonObject, known: ReadonlySet<string>, prefix = ''): string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const key = prefix ? `${prefix}.${name}` : name;
    if (known.has(key)) return [];
    const isBranch = [...known].some((path) => path.startsWith(`${key}.`));
    if (isBranch && typeof value === 'object' && value !== null && !Array.isArray(value)) return leavesOf(value as JsonObject, known, key);
    return [key];
  });
}
