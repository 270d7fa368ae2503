import type { JsonObject, ModelElement } from '@fashen/plugin-api';
import { isFilledInByEach } from '@fashen/plugins/assignment/model';
import { z } from 'zod';
import { SEAT_ACTS, TIMEOUT_ACTS } from './clock';

/** The extension element that gives a step its clocks. */
export const TERM = 'deadline:Term';

const words = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''));

/** `deadline:Term` as it is drawn. All paths lead into the case data. */
export const term = z.looseObject({
  /** Key of the period of this step. */
  period: z.string().optional(),
  /** Path of the number of days, where the case says it. */
  amountFrom: z.string().optional(),
  /** Path of the day it counts from; default the one of the period, else today. */
  from: z.string().optional(),
  /** Path of a day the party was told; the clock does not end before it. */
  notBefore: z.string().optional(),
  /** Path; the step has a clock only where something stands there. */
  onlyIf: z.string().optional(),
  /** Key of a clock of the case by which this step is due, and which ends with it. */
  follows: z.string().optional(),
  atEnd: z.enum(TIMEOUT_ACTS).default('REMIND'),
  /** Key of the period each of several signers has, from the day their turn begins. */
  seatPeriod: z.string().optional(),
  /** What happens when it is over; also which vote a signer gets when the step's own clock ends with an automatic act. */
  atSeatEnd: z.enum(SEAT_ACTS).default('REMIND'),
  message: z.string().optional(),
  returnTo: z.string().optional(),
  escalateTo: z.string().optional(),
  output: z.string().optional(),
  /** `true`: the law wants a person to act here. */
  statutory: z.string().optional(),
  /** Keys of clocks of the case that begin when the step is completed. */
  starts: words,
  /** Path; they begin only where it is true. */
  startsIf: z.string().optional(),
  /** Keys of clocks that end when the step is completed. */
  stops: words,
  /** Keys of clocks that stand still from the beginning of the step on. */
  holds: words,
  /** Keys of clocks that go on when the step is completed. */
  resumes: words,
});
export type Term = z.infer<typeof term>;

/** Reads a drawn term; undefined when it has a setting that does not exist. */
export function readTerm(extension: JsonObject): Term | undefined {
  return term.safeParse(extension).data;
}

/** True where the law wants a person to act: marked so by whichever plugin, or a part of legal review. */
export function isStatutory({ extensions }: ModelElement): boolean {
  return Object.entries(extensions).some(([type, { statutory }]) => statutory === 'true' || type.startsWith('legal-review:'));
}

/** True where only people can end the step: the law wants it so, or each of several fills it in and no clock can speak for anybody. */
export function isByPeopleOnly(step: ModelElement): boolean {
  return isStatutory(step) || isFilledInByEach(step);
}

const PLAIN_PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** True for a plain path into the case data, such as `notice.servedOn`. */
export const isPath = (path: string): boolean => PLAIN_PATH.test(path);

/** The value at a path. Looks at own properties only. */
export function valueAt(data: JsonObject, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined), data);
}

/** An object with one value at a path. */
export function objectWith(path: string, value: boolean | string): JsonObject {
  const [first = '', ...rest] = path.split('.');
  return { [first]: rest.length === 0 ? value : objectWith(rest.join('.'), value) };
}

/** The day at a path; forms send days with a time behind them sometimes. */
export function dayAt(data: JsonObject, path: string): string | undefined {
  const value = valueAt(data, path);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;
}

/** True where something stands that is neither empty nor a no. */
export function isGiven(data: JsonObject, path: string): boolean {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '' && value !== false;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
