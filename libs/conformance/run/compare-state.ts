import type { CaseState } from '../adapter';
import type { Expectation } from '../conformance-case';
import { copyText, listText, openTaskText, recordTexts, seatText, visitText } from './texts';

const OFFSET_MS = 8 * 3_600_000;

type Compare = (expected: Expectation, state: CaseState) => string | undefined;

/** The first thing at which a case stands otherwise than expected, in words. */
export function stateDifference(expected: Expectation, state: CaseState): string | undefined {
  for (const compare of COMPARISONS) {
    const difference = compare(expected, state);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

const COMPARISONS: readonly Compare[] = [
  ({ open }, state) => open && unordered('open work', open, state.open.map(openTaskText)),
  ({ status }, state) => (status === undefined || status === state.status ? undefined : differs('status', status, state.status)),
  ({ seats }, state) => firstOf(seats, (node, expected) => ordered(`seats at ${node}`, expected, seatsAt(state, node))),
  ({ visits }, state) => firstOf(visits, (node, expected) => ordered(`visits of ${node}`, expected, visitsOf(state, node))),
  ({ record }, state) => firstOf(record, (kind, count) => counted(kind, count ?? 0, state)),
  ({ recorded }, state) => recorded && missing('entry of the record', recorded, state.record.flatMap(recordTexts)),
  ({ copies }, state) => copies && unordered('copies', copies, state.copies.map(copyText)),
  ({ data }, state) => firstOf(data, (field, value) => sameValue(field, value, state.data[field])),
  ({ dueDay }, state) => firstOf(dueDay, (node, day) => dueOn(node, day, state)),
  ({ printed }, state) => printed && unordered('printed comments', printed, state.printed),
];

function firstOf<T>(
  table: { readonly [key: string]: T } | undefined,
  compare: (key: string, value: T) => string | undefined,
): string | undefined {
  for (const [key, value] of Object.entries(table ?? {})) {
    const difference = compare(key, value);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function seatsAt(state: CaseState, place: string): readonly string[] {
  const [node = '', number] = place.split('#');
  const all = state.seats.filter((seat) => seat.node === node);
  const visit = number === undefined ? Math.max(...all.map((seat) => seat.visit)) : Number(number);
  return all.filter((seat) => seat.visit === visit).map(seatText);
}

const visitsOf = (state: CaseState, node: string): readonly string[] => state.visits.filter((visit) => visit.node === node).map(visitText);

function counted(kind: string, count: number, state: CaseState): string | undefined {
  const found = state.record.filter((entry) => entry.kind === kind).length;
  return found === count ? undefined : differs(`number of ${kind} in the record`, String(count), String(found));
}

function dueOn(node: string, day: string, state: CaseState): string | undefined {
  const dueAt = state.open.find((task) => task.node === node)?.dueAt;
  const found = dueAt === undefined ? 'never' : dayInChina(dueAt);
  return found === day ? undefined : differs(`${node} is due`, day, found);
}

/** Worlds of the kit lie in China, which has one time and no summer time. */
export const dayInChina = (instant: string): string => new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);

function sameValue(field: string, expected: unknown, found: unknown): string | undefined {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(found) ?? 'nothing'];
  return one === other ? undefined : differs(`field ${field}`, one, other);
}

/** Both lists must have the same items, in any order. */
export function unordered(what: string, expected: readonly string[], found: readonly string[]): string | undefined {
  return ordered(what, [...expected].sort(), [...found].sort());
}

function ordered(what: string, expected: readonly string[], found: readonly string[]): string | undefined {
  const [one, other] = [listText(expected), listText(found)];
  return one === other ? undefined : differs(what, one, other);
}

/** Each of the expected items must be found. */
export function missing(what: string, expected: readonly string[], found: readonly string[]): string | undefined {
  const absent = expected.find((item) => !found.includes(item));
  return absent === undefined ? undefined : differs(what, absent, listText(found));
}

/** A difference in words. */
export const differs = (what: string, expected: string, found: string): string => `${what}: expected ${expected}, found ${found}`;
