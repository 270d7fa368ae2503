/** The gap for the running number; `{seq:4}` fills it up with zeros to four digits. */
const SEQUENCE = /\{seq(?::(\d))?\}/;

/** True when a pattern for case numbers has exactly one gap for the running number. */
export function isNumberPattern(pattern: string): boolean {
  return SEQUENCE.test(pattern) && !SEQUENCE.test(pattern.replace(SEQUENCE, ''));
}

/** The sequence a case number is taken from: the pattern with the year filled in. A new year begins a new sequence. */
export function numberSequence(pattern: string, year: number): string {
  return pattern.replaceAll('{year}', String(year));
}

/** The case number at a place of its sequence. */
export function caseNumber(sequence: string, place: number): string {
  return sequence.replace(SEQUENCE, (_gap, digits?: string) => String(place).padStart(Number(digits ?? 1), '0'));
}

/** The calendar year at an instant, for a fixed offset from UTC in minutes. */
export function yearOf(instant: Date, utcOffsetMinutes: number): number {
  return new Date(instant.getTime() + utcOffsetMinutes * 60_000).getUTCFullYear();
}
