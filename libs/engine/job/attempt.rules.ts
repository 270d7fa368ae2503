import { isWorkflowError } from '@fashen/plugin-api';

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
const ERROR_LENGTH = 500;

/** Time until the next attempt after `attempts` failed ones: 10 s, 20 s, 40 s ... at most an hour. */
export function pauseMs(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}

/** What operators read about a failure: our code, or kind and place of an unexpected error. Never its text, which may hold personal data. */
export function describeFailure(error: unknown): string {
  if (isWorkflowError(error)) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const place = /^\s*at (?:async )?([\w.<>]+)/m.exec(error.stack ?? '')?.[1];
  return (place ? `${error.name} in ${place}` : error.name).slice(0, ERROR_LENGTH);
}
