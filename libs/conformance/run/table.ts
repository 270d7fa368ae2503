import type { CaseResult } from './case-run';

/** One line of the table: id, result, title, and what was otherwise. */
export function resultLine({ id, title, passed, difference, ms }: CaseResult): string {
  const head = `${id.padEnd(4)} ${passed ? 'passed' : 'FAILED'} ${String(ms).padStart(6)} ms  ${title}`;
  return passed ? head : `${head}\n     ${difference ?? 'no reason was given'}`;
}

/** The whole table with its last line. */
export function resultTable(results: readonly CaseResult[]): string {
  return [...results.map(resultLine), summaryLine(results)].join('\n');
}

/** `65 passed, 2 failed`. Nothing is skipped: what an adapter cannot do has failed. */
export function summaryLine(results: readonly CaseResult[]): string {
  const passed = results.filter((result) => result.passed).length;
  return `${passed} passed, ${results.length - passed} failed`;
}
