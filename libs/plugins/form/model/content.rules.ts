import type { Json, JsonObject } from '@fashen/plugin-api';
import type { FormComponent, FormSchema } from './form.schema';
import { fieldsOf, valueAt } from './submission.rules';

/** Words of a choice that say no more than the flag does. */
const PLAIN_FLAGS: ReadonlySet<string> = new Set(['是', '否', 'Yes', 'No']);

/**
 * One answer of a form in words. Dates stay as `YYYY-MM-DD`; a plain yes or no stays a flag, so that each reader has it in their language,
 * while a flag with words of its own (准予立案) is told by them.
 */
export interface FilledField {
  readonly key: string;
  readonly label: string;
  readonly value: string | number | boolean | readonly string[];
  /** What the form writes behind the number, such as 元. */
  readonly unit?: string;
}

/** What a case knows under the fields of a form, in the order of the form. Fields without an answer are left out. */
export function filledFields(schema: FormSchema, variables: JsonObject): readonly FilledField[] {
  return fieldsOf(schema).flatMap(({ key, component }) => {
    const value = wordsOf(component, valueAt(variables, key));
    const unit = component.appearance?.suffixAdorner;
    return value === undefined ? [] : [{ key, label: component.label ?? key, value, ...(unit && { unit }) }];
  });
}

/** Ids of the persons that a form's answers name. */
export function personsIn(schema: FormSchema, variables: JsonObject): readonly string[] {
  const fields = fieldsOf(schema).filter(({ component }) => component.properties?.['people'] !== undefined);
  return fields.flatMap(({ key }) => [valueAt(variables, key)].flat().filter((one) => typeof one === 'string'));
}

function wordsOf(component: FormComponent, value: Json | undefined): FilledField['value'] | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((one: Json) => String(choiceOf(component, one)));
  return typeof value === 'object' ? undefined : choiceOf(component, value as string | number | boolean);
}

/** The label of a choice; an answer that is no choice any more, or a plain flag, stays as it is. */
function choiceOf<T extends Json>(component: FormComponent, value: T): T | string {
  const label = component.values?.find((choice) => choice.value === value)?.label;
  const isPlain = typeof value === 'boolean' && PLAIN_FLAGS.has(label ?? '');
  return label === undefined || isPlain ? value : label;
}
