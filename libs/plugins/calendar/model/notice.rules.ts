import { daysBetween, isDay, weekdayOf } from './day.rules';
import type { PlanProblem, ReadDay } from './plan-draft';

/** Days and problems of one line, or of a whole notice. */
export interface ReadPart {
  readonly days: readonly ReadDay[];
  readonly problems: readonly PlanProblem[];
}

/** One line of a notice, and the year it speaks of. */
interface Line {
  readonly number: number;
  readonly year: number;
  readonly text: string;
}

const WEEKDAYS = '日一二三四五六';
const DATE = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日((?:\([^)]*\))?)`;
const OFF = new RegExp(`^${DATE}(?:至${DATE})?放假`);
const MARKER = /^[一二三四五六七八九十\d]+[、.]/;

/**
 * Reads one line of the yearly notice of the State Council: "元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"
 * Lines without a name and colon, or without a day, say nothing. What names days and cannot be read is a problem, never skipped.
 */
export function readNoticeLine(number: number, raw: string, year: number): ReadPart {
  const text = halfWidth(raw).replace(MARKER, '');
  const named = /^([^:\d]{1,20}):(.+)$/.exec(text);
  if (!named) return /\d日/.test(text) && /放假|上班/.test(text) ? unreadable(number, raw) : NOTHING;
  const [, name = '', rest = ''] = named;
  const sentences = rest.split(/[。;]/).filter((one) => one !== '');
  const parts = sentences.map((sentence) => readSentence({ number, year, text: sentence }, name));
  return joined(parts);
}

const NOTHING: ReadPart = { days: [], problems: [] };

/** Joins parts in their order. */
export const joined = (parts: readonly ReadPart[]): ReadPart => ({
  days: parts.flatMap(({ days }) => days),
  problems: parts.flatMap(({ problems }) => problems),
});

function readSentence(line: Line, name: string): ReadPart {
  const { text, number } = line;
  if (/上班/.test(text)) return readWorked(line, name);
  if (OFF.test(text)) return readOff(line, name);
  // Advice such as "鼓励各单位安排职工在除夕(2月9日)休息" is no day off by law.
  return /放假/.test(text) ? unreadable(number, text) : NOTHING;
}

function readOff(line: Line, name: string): ReadPart {
  const { text, number } = line;
  const match = OFF.exec(text) ?? [];
  const first = dateFrom(line, match.slice(1, 5));
  const last = match[7] === undefined ? first : dateFrom(line, match.slice(5, 9), first.day);
  const problems = [...first.problems, ...(last === first ? [] : last.problems)];
  if (!isDay(first.day) || !isDay(last.day)) return { days: [], problems };
  if (last.day < first.day) return { days: [], problems: [...problems, { line: number, code: 'RANGE_INVALID', text }] };
  const days = daysBetween(first.day, last.day).map((day) => ({ day, kind: 'OFF' as const, name, line: number }));
  const total = /(?:共|放假)(\d+)天/.exec(text)?.[1];
  const isWrong = total !== undefined && Number(total) !== days.length;
  return { days, problems: isWrong ? [...problems, { line: number, code: 'TOTAL_WRONG', text }] : problems };
}

function readWorked(line: Line, name: string): ReadPart {
  const dates = [...line.text.matchAll(new RegExp(DATE, 'g'))].map((match) => dateFrom(line, match.slice(1, 5)));
  if (dates.length === 0) return unreadable(line.number, line.text);
  return {
    days: dates.filter(({ day }) => isDay(day)).map(({ day }) => ({ day, kind: 'WORKED', name, line: line.number })),
    problems: dates.flatMap(({ problems }) => problems),
  };
}

/** A date with the weekday it claims. Year and month left out are those of the line and of the date before. */
function dateFrom(line: Line, parts: readonly (string | undefined)[], before = ''): { day: string; problems: readonly PlanProblem[] } {
  const [year = before.slice(0, 4) || line.year, month = before.slice(5, 7), dayOfMonth = '', note = ''] = parts;
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const code = !isDay(day) ? 'DAY_INVALID' : claimsOtherWeekday(day, note) ? 'WEEKDAY_WRONG' : undefined;
  return { day, problems: code ? [{ line: line.number, code, text: `${day}${note}` }] : [] };
}

function claimsOtherWeekday(day: string, note: string): boolean {
  const claimed = /(?:周|星期)([日天一二三四五六])/.exec(note)?.[1];
  return claimed !== undefined && WEEKDAYS.indexOf(claimed.replace('天', '日')) !== weekdayOf(day);
}

const unreadable = (line: number, text: string): ReadPart => ({
  days: [],
  problems: [{ line, code: 'UNREADABLE', text: text.slice(0, 200) }],
});

/** Full-width digits and signs as half-width ones, without spaces. */
function halfWidth(text: string): string {
  const ascii = text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return ascii.replace(/[\s*]/g, '').replace(/[—–~-]+(?=\d)/g, '至');
}
