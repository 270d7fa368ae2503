import type { ConformanceAdapter } from '../adapter';
import { conformanceCases } from '../cases';
import type { ConformanceCase } from '../conformance-case';
import { type CaseResult, runCase, type RunMode } from './case-run';

/** What to run, and who is told as it goes on. */
export interface RunOptions {
  readonly mode?: RunMode;
  /** Default all. */
  readonly cases?: readonly ConformanceCase[];
  readonly onResult?: (result: CaseResult) => void;
}

/** Plays the cases one after the other. */
export async function runAll(adapter: ConformanceAdapter, options: RunOptions = {}): Promise<readonly CaseResult[]> {
  const { mode = 'straight', cases = conformanceCases, onResult } = options;
  const results: CaseResult[] = [];
  for (const one of cases) {
    const result = await runCase(adapter, one, mode);
    results.push(result);
    onResult?.(result);
  }
  return results;
}
