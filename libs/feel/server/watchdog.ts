import { createContext, Script } from 'node:vm';
import type { Guard } from '../compiled-expression';
import { tooExpensive } from '../syntax';

const TIMEOUT_MS = 200;
const script = new Script('run()');
const context: { run?: () => unknown } = createContext({});

/**
 * Runs work on the main thread and ends it after 200 milliseconds, endless loops and regular expressions included: a script with a
 * time limit calls the work, and V8 stops everything the script has called. This is a time limit, not a sandbox; the work is ours.
 */
export const watchdog: Guard = (work, text) => {
  let answer: { readonly value: ReturnType<typeof work> } | undefined;
  const before = context.run;
  context.run = () => {
    answer = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: TIMEOUT_MS });
  } catch (error) {
    if (isTimeout(error)) throw tooExpensive(text, 'time');
    throw error;
  } finally {
    context.run = before;
  }
  if (!answer) throw tooExpensive(text, 'time');
  return answer.value;
};

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
