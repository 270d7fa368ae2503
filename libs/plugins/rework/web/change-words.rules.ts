import type { Json, JsonObject } from '@fashen/plugin-api';
import { type FilledField, filledFields, type FormSchema, personsIn } from '@fashen/plugins/form/model';
import type { Change } from '../model';

type Value = FilledField['value'] | Json;

/** A change as the form names it: the label of the field, the labels of its choices. What no field of the form carries keeps its path. */
export interface WordedChange {
  readonly path: string;
  readonly label: string;
  readonly before?: Value;
  readonly after?: Value;
  /** The values are ids of people. */
  readonly isOfPeople: boolean;
}

/** A change in the words of a form. */
export function wordedChange(schema: FormSchema, { path, before, after }: Change): WordedChange {
  const [was, is] = [worded(schema, path, before), worded(schema, path, after)];
  return {
    path,
    label: is.label ?? was.label ?? path,
    ...(was.value !== undefined && { before: was.value }),
    ...(is.value !== undefined && { after: is.value }),
    isOfPeople: was.isOfPeople || is.isOfPeople,
  };
}

function worded(schema: FormSchema, path: string, value: Json | undefined): { label?: string; value?: Value; isOfPeople: boolean } {
  if (value === undefined) return { isOfPeople: false };
  const data = dataAt(path, value);
  const field = filledFields(schema, data).find(({ key }) => key === path);
  return { ...(field && { label: field.label }), value: field?.value ?? value, isOfPeople: personsIn(schema, data).length > 0 };
}

/** Case data that holds one value. */
function dataAt(path: string, value: Json): JsonObject {
  const [head = '', ...rest] = path.split('.');
  return { [head]: rest.length === 0 ? value : dataAt(rest.join('.'), value) };
}
