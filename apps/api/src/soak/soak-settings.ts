import { parseArgs } from 'node:util';

const LONGEST_MINUTES = 24 * 60;

/** What the long tests are told on the command line. */
export interface SoakSettings {
  readonly minutes: number;
  readonly database: 'sqlite' | 'mariadb';
  readonly seed: number;
  /** Instead of the crash test: every operation, cut at each of its points. */
  readonly crash: boolean;
  /** Instead of the crash test: this many sequences of random operations. 0: the crash test. */
  readonly operations: number;
  /** Instead of the crash test: this many timers that are due at once. 0: the crash test. */
  readonly timers: number;
}

/** Reads them; throws with a sentence about what is wrong. */
export function soakSettingsOf(args: readonly string[]): SoakSettings {
  const text = { type: 'string' } as const;
  const options = { minutes: text, database: text, seed: text, operations: text, timers: text, crash: { type: 'boolean' } as const };
  const { values } = parseArgs({ args: [...args], options });
  const { minutes = '10', database = 'sqlite', seed = '1', operations = '0', timers = '0', crash = false } = values;
  if (!(Number(minutes) > 0) || Number(minutes) > LONGEST_MINUTES)
    throw new Error(`--minutes must be above 0 and at most ${LONGEST_MINUTES}`);
  return {
    minutes: Number(minutes),
    database: databaseOf(database),
    crash,
    seed: wholeNumber('--seed', seed),
    operations: wholeNumber('--operations', operations),
    timers: wholeNumber('--timers', timers),
  };
}

function databaseOf(text: string): SoakSettings['database'] {
  if (text !== 'sqlite' && text !== 'mariadb') throw new Error('--database must be sqlite or mariadb');
  return text;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`${name} must be a whole number`);
  return number;
}
