import type { JsonObject } from '@fashen/plugin-api';
import { fieldTypes } from './field.rules';
import type { FormComponent, FormSchema } from './form.schema';
import { isCostly } from './pattern.rules';
import { fieldsOf } from './submission.rules';

/** Something that keeps a form from being published. The code is a key of the message `form.finding.<code>`. */
export interface FormFinding {
  readonly code:
    | 'unknownType'
    | 'missingKey'
    | 'oddKey'
    | 'doubleKey'
    | 'keyInsideKey'
    | 'missingLabel'
    | 'notADate'
    | 'noChoices'
    | 'noSuchOther'
    | 'costlyPattern'
    | 'badCondition';
  readonly key?: string;
  readonly params?: JsonObject;
}

/** Components that show something and carry no answer. `html`, `iframe` and the like run foreign text and are not among them. */
const silentTypes = ['text', 'separator', 'spacer', 'group'];
const PLAIN_KEY = /^[A-Za-z][A-Za-z0-9]{0,59}(\.[A-Za-z][A-Za-z0-9]{0,59}){0,3}$/;
const RESERVED = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty']);

/** Everything that stands against publishing a form. */
export function checkFormSchema(schema: FormSchema): readonly FormFinding[] {
  const keys = fieldsOf(schema).map((field) => field.key);
  return [
    ...schema.components.flatMap(judgeComponent),
    ...keys.flatMap((key, index) => judgeKey(key, index, keys)),
    ...strayComparisons(schema, keys),
  ];
}

function strayComparisons(schema: FormSchema, keys: readonly string[]): readonly FormFinding[] {
  return fieldsOf(schema).flatMap(({ key, component }) => {
    const other = component.properties?.['differentFrom'];
    return other === undefined || (other !== key && keys.includes(other)) ? [] : [{ code: 'noSuchOther', key, params: { other } }];
  });
}

function judgeKey(key: string, index: number, keys: readonly string[]): readonly FormFinding[] {
  const isPlain = PLAIN_KEY.test(key) && !key.split('.').some((part) => RESERVED.has(part));
  if (!isPlain) return [{ code: 'oddKey', key }];
  if (keys.indexOf(key) !== index) return [{ code: 'doubleKey', key }];
  return keys.some((other) => other.startsWith(`${key}.`)) ? [{ code: 'keyInsideKey', key }] : [];
}

function judgeComponent(component: FormComponent): readonly FormFinding[] {
  if (silentTypes.includes(component.type)) return [];
  if (!fieldTypes.includes(component.type)) return [{ code: 'unknownType', params: { type: component.type }, ...keyOf(component) }];
  const { key } = component;
  if (!key) return [{ code: 'missingKey', params: { label: component.label ?? component.type } }];
  return fieldChecks.filter(([, fails]) => fails(component)).map(([code]) => ({ code, key }));
}

const fieldChecks: readonly (readonly [FormFinding['code'], (component: FormComponent) => boolean])[] = [
  ['missingLabel', (component) => !hasLabel(component)],
  ['notADate', ({ type, subtype }) => type === 'datetime' && subtype !== 'date'],
  ['noChoices', lacksChoices],
  ['costlyPattern', ({ validate }) => validate?.pattern !== undefined && isCostly(validate.pattern)],
];

const keyOf = (component: FormComponent): { key?: string } => (component.key ? { key: component.key } : {});

function hasLabel(component: FormComponent): boolean {
  return Boolean(component.label ?? component['dateLabel']);
}

function lacksChoices({ type, values, properties }: FormComponent): boolean {
  const isChoice = ['radio', 'select', 'checklist', 'taglist'].includes(type);
  return isChoice && !values?.length && !properties?.['people'];
}
