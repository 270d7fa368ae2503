import { defineErrors } from '@fashen/plugin-api';

/** Errors of expressions. They carry the engine's prefix because the engine owns their texts. */
export const feelErrors = defineErrors('engine', {
  /** The text is no FEEL, or its evaluation ended with something that is no value: `text`, `reason`. */
  FEEL_FAILED: 'unprocessable',
  /** Too long, too deeply nested, too slow or too big a result: `text`, `limit`. */
  FEEL_TOO_EXPENSIVE: 'unprocessable',
});

/** Why an expression failed; part of the error, for the person who wrote the expression. */
export type FeelReason = 'syntax' | 'evaluation' | 'noValue';

/** Which limit an expression ran into. */
export type FeelLimit = 'length' | 'nesting' | 'time' | 'memory' | 'result';
