// `npm run check`: what to run before every push.
import * as checks from './checks.mjs';
import { runJest } from './jest-runs.mjs';
import { checkNode, install } from './prepare.mjs';
import { step } from './steps.mjs';

const STEPS = {
  format: checks.format,
  'lock file': checks.lockFile,
  'import cycles': checks.importCycles,
  lint: checks.lint,
  types: checks.types,
  'unit tests': async () => ((await runJest('unit.mjs')).failed === 0 ? 0 : 1),
};

checkNode();
await install();

const failed = [];
for (const [name, work] of Object.entries(STEPS)) {
  if ((await step(name, work)) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? 'all checks passed' : `failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
