import type { Json, JsonObject } from '@fashen/plugin-api';
import type { FormComponent } from './form.schema';

/** Something wrong with one answer. The code is a key of the message `form.problem.<code>`. */
export interface Problem {
  readonly key: string;
  readonly code:
    | 'unknownKey'
    | 'hidden'
    | 'required'
    | 'notText'
    | 'notNumber'
    | 'notDate'
    | 'notChoice'
    | 'notList'
    | 'notFlag'
    | 'tooShort'
    | 'tooLong'
    | 'tooSmall'
    | 'tooLarge'
    | 'tooFew'
    | 'sameAs'
    | 'wrongPattern';
  readonly params?: JsonObject;
}

/** Longest text a field accepts when the form sets no bound. */
const TEXT_LIMIT = 20_000;
/** Patterns run on short text only, so that a costly one cannot hold up the server. */
const PATTERN_TEXT_LIMIT = 200;

type Judge = (component: FormComponent, value: Json) => Omit<Problem, 'key'> | undefined;

const judges: Readonly<Record<string, Judge>> = {
  textfield: judgeText,
  textarea: judgeText,
  number: judgeNumber,
  checkbox: (_component, value) => (typeof value === 'boolean' ? undefined : { code: 'notFlag' }),
  radio: judgeChoice,
  select: judgeChoice,
  checklist: judgeList,
  taglist: judgeList,
  datetime: judgeDay,
};

/** Types of fields that a form may hold. */
export const fieldTypes: readonly string[] = Object.keys(judges);

/** What is wrong with one answer; nothing when it fits. */
export function judgeValue(key: string, component: FormComponent, value: Json | undefined): readonly Problem[] {
  if (isEmpty(value)) return component.validate?.required ? [{ key, code: 'required' }] : [];
  const found = judges[component.type]?.(component, value as Json);
  return found ? [{ key, ...found }] : [];
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function judgeText({ validate = {} }: FormComponent, value: Json): ReturnType<Judge> {
  if (typeof value !== 'string') return { code: 'notText' };
  const { minLength: min = 0, maxLength: max = TEXT_LIMIT, pattern } = validate;
  if (value.length > max) return { code: 'tooLong', params: { max } };
  if (value.length < min) return { code: 'tooShort', params: { min } };
  return pattern === undefined || fitsPattern(value, pattern) ? undefined : { code: 'wrongPattern' };
}

const fitsPattern = (text: string, pattern: string): boolean => text.length <= PATTERN_TEXT_LIMIT && new RegExp(pattern, 'u').test(text);

function judgeNumber({ validate }: FormComponent, value: Json): ReturnType<Judge> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'notNumber' };
  if (validate?.min !== undefined && value < validate.min) return { code: 'tooSmall', params: { min: validate.min } };
  if (validate?.max !== undefined && value > validate.max) return { code: 'tooLarge', params: { max: validate.max } };
  return undefined;
}

function judgeChoice({ values = [] }: FormComponent, value: Json): ReturnType<Judge> {
  return values.some((choice) => choice.value === value) ? undefined : { code: 'notChoice' };
}

function judgeList({ values = [], validate }: FormComponent, value: Json): ReturnType<Judge> {
  if (!Array.isArray(value)) return { code: 'notList' };
  const allowed = new Set<Json>(values.map((choice) => choice.value));
  if (new Set(value).size !== value.length || !value.every((item) => allowed.has(item as Json))) return { code: 'notChoice' };
  const min = validate?.minLength ?? 0;
  return value.length < min ? { code: 'tooFew', params: { min } } : undefined;
}

/** Dates are `YYYY-MM-DD` that exist; other subtypes of form-js are refused at publication. */
function judgeDay(_component: FormComponent, value: Json): ReturnType<Judge> {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return { code: 'notDate' };
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? undefined : { code: 'notDate' };
}
