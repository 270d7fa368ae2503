// `node .workspace/run-built.mjs <program> [arguments]`: builds what changed and runs dist/api/<program>.js.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, checkNode, install } from './prepare.mjs';
import { at } from './place.mjs';
import { must, runNode } from './steps.mjs';

/** Prepares the workspace, runs a built program until it ends and ends with its exit code. */
export async function runBuilt(program, args) {
  checkNode();
  await install();
  await must(build());
  const file = at('dist/api', `${program}.js`);
  if (!existsSync(file)) {
    console.error(`There is no program "${program}" (its source would be apps/api/src/${program}.ts or apps/api/src/${program}/main.ts).`);
    process.exit(1);
  }
  // With the ipc channel the program notices when this process is gone, whatever ended it.
  process.exit(await runNode(['--enable-source-maps', file, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runBuilt(process.argv[2], process.argv.slice(3));
