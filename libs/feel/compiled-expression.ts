import type { Json, JsonObject } from '@fashen/plugin-api';

/** What an expression sees. */
export interface FeelScope {
  /** Case data. Values only: text in it is never read as an expression, and names with blanks or signs are not visible. */
  readonly variables: JsonObject;
  /** The time that `now()` and `today()` answer. */
  readonly now: Date;
  /** IANA zone of `now()`, `today()` and local dates; default `Asia/Shanghai`. */
  readonly timeZone?: string;
}

/** A FEEL expression that has been read once and is evaluated often. */
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

/** FEEL unary tests (a cell of a decision table), read once. */
export interface CompiledUnaryTests {
  readonly text: string;
  readonly isGuarded: boolean;
  /** True when the value satisfies the tests. Throws as `CompiledExpression.evaluate`. */
  test(value: Json, scope: FeelScope): boolean;
}

/** Runs costly work so that it really ends: interrupts it after its time and throws `engine.FEEL_TOO_EXPENSIVE`. */
export type Guard = <T>(work: () => T, text: string) => T;

/** Reads expressions. Both throw `engine.FEEL_FAILED` for text that is no FEEL, `engine.FEEL_TOO_EXPENSIVE` for text beyond the limits. */
export interface Feel {
  compileExpression(text: string): CompiledExpression;
  compileUnaryTests(text: string): CompiledUnaryTests;
}
