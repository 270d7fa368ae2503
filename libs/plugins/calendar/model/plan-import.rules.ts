import { z } from 'zod';
import { isDay, isWeekend, yearOf } from './day.rules';
import { joined, readNoticeLine, type ReadPart } from './notice.rules';
import { dayProblem } from './office-days.rules';
import type { PlanDraft, PlanProblem, ReadDay } from './plan-draft';

/**
 * Reads a yearly plan from what somebody pasted or uploaded: the wording of the State Council's notice, a table
 * (`2026-01-01,休,元旦`), or JSON (`{year, days: [{date, name, isOffDay}]}` or the shape this product shows). Nothing is guessed:
 * what cannot be read is a problem at its line.
 */
export function readPlan(text: string, givenYear?: number): PlanDraft {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (/^[[{]/.test(trimmed)) return readJson(trimmed, givenYear);
  const lines = trimmed.split(/\r?\n/);
  return lines.some((line) => CSV_LINE.test(line)) ? readTable(lines, givenYear) : readNotice(lines, givenYear);
}

const CSV_LINE = /^\s*"?\d{4}-\d{1,2}-\d{1,2}"?\s*[,;\t]/;

function readNotice(lines: readonly string[], givenYear?: number): PlanDraft {
  const whole = lines.join('\n');
  const titled = /(\d{4})年部分节假日安排/.exec(whole)?.[1];
  const year = givenYear ?? (titled === undefined ? undefined : Number(titled));
  if (year === undefined) return { days: [], problems: [problemOf(0, 'YEAR_MISSING')] };
  const source = sourceIn(whole);
  const part = joined(lines.map((line, index) => readNoticeLine(index + 1, line, year)));
  return { ...checked(part, year), ...(source !== undefined && { source }) };
}

/** Title and number of the notice. */
function sourceIn(text: string): string | undefined {
  const title = /国务院办公厅关于\d{4}年部分节假日安排的通知/.exec(text)?.[0];
  const number = /国办发(?:明电)?〔\d{4}〕\d+号/.exec(text)?.[0];
  if (title === undefined) return number;
  return number === undefined ? title : `${title}（${number}）`;
}

const KINDS: Readonly<Record<string, ReadDay['kind']>> = {
  ...{ 休: 'OFF', 放假: 'OFF', off: 'OFF', holiday: 'OFF', true: 'OFF' },
  ...{ 班: 'WORKED', 上班: 'WORKED', worked: 'WORKED', workday: 'WORKED', false: 'WORKED' },
};

function readTable(lines: readonly string[], givenYear?: number): PlanDraft {
  const firstYear = lines.map((line) => /^\s*"?(\d{4})-/.exec(line)?.[1]).find((found) => found !== undefined);
  const year = givenYear ?? Number(firstYear);
  return checked(joined(lines.map((line, index) => readTableLine(index + 1, line))), year);
}

/** One row: day, kind, name. A head in the first row and empty rows say nothing. */
function readTableLine(number: number, line: string): ReadPart {
  const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''));
  const [date = '', kindText = '', name = ''] = cells;
  if (line.trim() === '' || isHead(number, date)) return { days: [], problems: [] };
  const day = date.replace(/^(\d{4})-(\d)-/, '$1-0$2-').replace(/-(\d)$/, '-0$1');
  const kind = KINDS[kindText.toLowerCase()];
  if (!isDay(day)) return { days: [], problems: [problemOf(number, 'DAY_INVALID', line)] };
  if (!kind || !isName(name)) return { days: [], problems: [problemOf(number, 'UNREADABLE', line)] };
  return { days: [{ day, kind, name, line: number }], problems: [] };
}

const isHead = (number: number, date: string): boolean => number === 1 && !/\d/.test(date);
const isName = (text: string): boolean => text !== '' && text.length <= 50;

const listedDay = z.object({ date: z.string(), name: z.string().min(1).max(50), isOffDay: z.boolean() });
const ownDay = z.object({ day: z.string(), kind: z.enum(['OFF', 'WORKED']), name: z.string().min(1).max(50) });
const jsonPlan = z.object({
  year: z.int().optional(),
  source: z.string().max(300).optional(),
  papers: z.array(z.string()).optional(),
  days: z.array(z.union([listedDay, ownDay])).max(500),
});

function readJson(text: string, givenYear?: number): PlanDraft {
  const parsed = jsonPlan.safeParse(jsonOf(text));
  if (!parsed.success) return { days: [], problems: [problemOf(0, 'UNREADABLE', parsed.error.issues[0]?.path.join('.') ?? '')] };
  const { source, papers, days: listed } = parsed.data;
  const days = listed.map((one, index) => jsonDay(one, index + 1));
  const year = givenYear ?? parsed.data.year ?? Number(days[0]?.day.slice(0, 4));
  const from = source ?? papers?.[0];
  const invalid = days.filter(({ day }) => !isDay(day)).map(({ day, line }) => problemOf(line, 'DAY_INVALID', day));
  return {
    ...checked({ days: days.filter(({ day }) => isDay(day)), problems: invalid }, year),
    ...(from !== undefined && { source: from.slice(0, 300) }),
  };
}

function jsonDay(one: z.infer<typeof listedDay> | z.infer<typeof ownDay>, line: number): ReadDay {
  return 'date' in one ? { day: one.date, kind: one.isOffDay ? 'OFF' : 'WORKED', name: one.name, line } : { ...one, line };
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? { days: value } : value;
  } catch {
    // Not JSON at all is told like JSON of another shape.
    return undefined;
  }
}

const problemOf = (line: number, code: PlanProblem['code'], text = ''): PlanProblem => ({ line, code, text: text.slice(0, 200) });

/** What only the whole shows: days that stand twice, days that do not fit the year, nothing at all. */
function checked({ days: read, problems }: ReadPart, year: number): PlanDraft {
  const found = [...problems];
  const seen = new Set<string>();
  const days = read.filter((one) => !saysNothing(one, year));
  for (const one of days) {
    const misfit = dayProblem(one, year);
    if (misfit) found.push(problemOf(one.line, misfit, one.day));
    if (seen.has(one.day)) found.push(problemOf(one.line, 'DAY_TWICE', one.day));
    seen.add(one.day);
  }
  if (days.length === 0 && problems.length === 0) found.push(problemOf(0, 'NOTHING_FOUND'));
  const sorted = [...days].sort((one, other) => (one.day < other.day ? -1 : 1));
  return { year, days: sorted.map(({ day, kind, name }) => ({ day, kind, name })), problems: found };
}

/** A holiday at the turn of the year names days of the year next to it; one that is a weekend there is off anyway. */
const saysNothing = ({ day, kind }: ReadDay, year: number): boolean =>
  kind === 'OFF' && Math.abs(yearOf(day) - year) === 1 && isWeekend(day);
