import { createContext, Script } from 'node:vm';
import type { Guard } from '../compiled-expression';
import { tooExpensive } from '../syntax';

const TIMEOUT_MS = 200;
/** How often work is begun that had no chance to run: on a busy machine the process may be kept waiting for longer than its limit. */
const ATTEMPTS = 3;
const MICROSECONDS = 1000;
const script = new Script('run()');
const context: { run?: () => unknown } = createContext({});

/**
 * Runs work on the main thread and ends it after 200 milliseconds, endless loops and regular expressions included: a script with a
 * time limit calls the work, and V8 stops everything the script has called. Work that was stopped though the process had not used that
 * much of the processor is begun again. This is a time limit, not a sandbox; the work is ours, and changes nothing.
 */
export const watchdog: Guard = (work, text) => {
  for (let attempt = 1; ; attempt += 1) {
    const before = process.cpuUsage();
    const answer = answerInTime(work);
    if (answer) return answer.value;
    const { user, system } = process.cpuUsage(before);
    if (attempt === ATTEMPTS || (user + system) / MICROSECONDS >= TIMEOUT_MS) throw tooExpensive(text, 'time');
  }
};

/** The answer of the work; nothing when its time was over first. */
function answerInTime<T>(work: () => T): { readonly value: T } | undefined {
  let answer: { readonly value: T } | undefined;
  const before = context.run;
  context.run = () => {
    answer = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: TIMEOUT_MS });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  } finally {
    context.run = before;
  }
  return answer;
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
