import type { Feel, FeelScope } from '@fashen/feel';
import type { Json } from '@fashen/plugin-api';

/** FEEL functions that make a value of a temporal type from its ISO text, in which case data keeps it. */
const FROM_TEXT: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  dayTimeDuration: 'duration',
  yearMonthDuration: 'duration',
};

const VALUE = 'columnValue';

/**
 * Judges values by a cell through the FEEL interpreter. Case data is JSON, so a day or a duration arrives as text; in a column of such a
 * type the cell sees the temporal value, because FEEL compares a text with a day as texts, or not at all.
 */
export function cellTest(text: string, typeRef: string | undefined, feel: Feel): (value: Json, scope: FeelScope) => boolean {
  const convert = typeRef === undefined ? undefined : FROM_TEXT[typeRef.replace(/^.*:/, '')];
  if (!convert || text.trim() === '-') return ofPlainValue(text, feel);
  const expression = feel.compileExpression(asExpression(text, `${convert}(${VALUE})`));
  return (value, scope) => value !== null && expression.evaluate({ ...scope, variables: { ...scope.variables, [VALUE]: value } }) === true;
}

function ofPlainValue(text: string, feel: Feel): (value: Json, scope: FeelScope) => boolean {
  const tests = feel.compileUnaryTests(text);
  return (value, scope) => tests.test(value, scope);
}

function asExpression(text: string, value: string): string {
  if (/\?/.test(withoutStrings(text))) return replaceOutsideStrings(text, value);
  const negated = /^\s*not\s*\(([^]*)\)\s*$/.exec(text);
  return negated ? `not(${value} in (${negated[1]}))` : `${value} in (${text})`;
}

const withoutStrings = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, '');

const replaceOutsideStrings = (text: string, value: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|\?/g, (part) => (part === '?' ? value : part));
