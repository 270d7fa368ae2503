// `npm test`: everything. `npm test -- sqlite libs/engine`: the named parts, Jest narrowed to what follows.
import * as checks from './checks.mjs';
import { runJest } from './jest-runs.mjs';
import { startMariadb } from './mariadb.mjs';
import { build, checkNode, install } from './prepare.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { say, step } from './steps.mjs';

/** In this order. A part either gives an exit code or counts tests. */
const PARTS = {
  lock: () => checks.lockFile(),
  cycles: () => checks.importCycles(),
  lint: () => checks.lint(),
  types: () => checks.types(),
  workspace: (args) => runJest('workspace.mjs', { args }),
  unit: (args) => runJest('unit.mjs', { args }),
  sqlite: (args) => runJest('database.mjs', { args, env: { DB: 'sqlite' } }),
  mysql: testWithMariadb,
  build: () => build(),
  browser: (args) => runJest('browser.mjs', { args }),
};

const TITLES = {
  lock: 'lock file',
  cycles: 'import cycles',
  lint: 'lint',
  types: 'types',
  workspace: 'tests of the workspace',
  unit: 'unit tests',
  sqlite: 'tests on SQLite',
  mysql: 'tests on MariaDB',
  build: 'build',
  browser: 'tests in the browser',
};

async function testWithMariadb(args) {
  const server = await startMariadb();
  try {
    return await runJest('database.mjs', { args, env: { DB: 'mysql', FASHEN_TEST_MYSQL_URL: server.url } });
  } finally {
    await server.stop();
  }
}

/** The parts to run, and what is for Jest. The browser needs the build. */
function chosen(args) {
  const end = args.findIndex((arg) => !(arg in PARTS));
  const named = end < 0 ? args : args.slice(0, end);
  const parts = Object.keys(PARTS).filter((part) => named.includes(part) || (part === 'build' && named.includes('browser')));
  return { parts: named.length === 0 ? Object.keys(PARTS) : parts, rest: end < 0 ? [] : args.slice(end) };
}

async function runPart(part, rest, total) {
  await step(TITLES[part], async () => {
    const result = await PARTS[part](rest);
    const counts = typeof result === 'number' ? { passed: 0, failed: result === 0 ? 0 : 1, skipped: 0 } : result;
    for (const key of Object.keys(total)) total[key] += counts[key];
    return counts.failed === 0 ? 0 : 1;
  });
}

const begin = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const { parts, rest } = chosen(process.argv.slice(2));

checkNode();
await install();
await ensureSystemPackages(parts);
for (const part of parts) await runPart(part, rest, total);

const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
say(`${parts.length} parts in ${minutes} minutes${total.skipped > 0 ? `, ${total.skipped} tests SKIPPED` : ''}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
