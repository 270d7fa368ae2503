import type { Json, JsonObject } from '@fashen/plugin-api';

/** What an expression sees. */
export interface FeelScope {
  /** Case data. Values only: text in it is never read as an expression. */
  readonly variables: JsonObject;
  /** The time that `now()` and `today()` answer. */
  readonly now: Date;
}

/** A FEEL expression that has been parsed once and is evaluated often. */
export interface CompiledExpression {
  /** The text without a leading `=`. */
  readonly text: string;
  /** True when the expression may be costly and runs under the watchdog. */
  readonly isGuarded: boolean;
  /**
   * Evaluates and answers plain JSON: dates, times and durations as ISO 8601 text, absent as `null`.
   * Throws `engine.FEEL_FAILED` or `engine.FEEL_TOO_EXPENSIVE`.
   */
  evaluate(scope: FeelScope): Json;
}
