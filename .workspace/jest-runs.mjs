// Runs Jest and counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from './place.mjs';
import { runNode } from './steps.mjs';

/** One run. A file that could not be run counts as one failed test. */
export async function runJest(config, { args = [], env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fashen-jest-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outputFile = join(folder, 'result.json');
  const jest = [at('node_modules/jest/bin/jest.js'), '-c', at('.workspace/jest', config), '--json', `--outputFile=${outputFile}`, ...args];
  const code = await runNode(jest, { env: { ...process.env, NODE_ENV: 'test', ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  return countsOf(outputFile, code);
}

function countsOf(file, code) {
  const result = readResult(file);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const counts = { passed: result.numPassedTests, failed, skipped: result.numPendingTests + result.numTodoTests };
  const ranNothing = counts.passed + counts.failed === 0;
  return ranNothing || (code !== 0 && failed === 0) ? { ...counts, failed: failed + 1 } : counts;
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}
