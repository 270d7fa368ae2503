// `npm run pack-kit`: the conformance kit as a package that any Node or TypeScript project can install: dist/fashen-conformance-<version>.tgz.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkNode, install } from './prepare.mjs';
import { at } from './place.mjs';
import { must, run, runNode, say } from './steps.mjs';

const SOURCE = at('libs/conformance');
const TARGET = at('dist/conformance');
/** Relative modules are named without an ending in this workspace; in a package Node wants the file. */
const RELATIVE = /(\bfrom\s+|\bimport\()(['"])(\.{1,2}\/[^'"]+)\2/g;

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function nameFiles(path) {
  const fileOf = (name) => {
    const isFolder = existsSync(join(resolve(dirname(path), name), 'index.js'));
    return isFolder ? `${name}/index.js` : `${name}.js`;
  };
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(RELATIVE, (_match, before, quote, name) => `${before}${quote}${fileOf(name)}${quote}`),
  );
}

/** What stands in the package instead of the source. */
function writePackageFile() {
  const own = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8'));
  const exports = { '.': { types: './index.d.ts', default: './index.js' } };
  writeFileSync(join(TARGET, 'package.json'), `${JSON.stringify({ ...own, exports, sideEffects: false }, null, 2)}\n`);
}

/** The guide for adapters goes along, and the README leads to it. */
function writeTexts() {
  const readme = readFileSync(join(SOURCE, 'README.md'), 'utf8').replace(
    /\[`apps\/docs\/conformance\.md`\]\([^)]+\)/,
    '[GUIDE.md](GUIDE.md)',
  );
  writeFileSync(join(TARGET, 'README.md'), readme);
  copyFileSync(at('apps/docs/conformance.md'), join(TARGET, 'GUIDE.md'));
  copyFileSync(at('LICENSE'), join(TARGET, 'LICENSE'));
}

/** Compiles the kit and packs it. */
export async function packKit() {
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  const options = ['--noEmit', 'false', '--declaration', '--outDir', TARGET, '--rootDir', SOURCE];
  await must(runNode([at('node_modules/typescript/bin/tsc'), '-p', join(SOURCE, 'tsconfig.package.json'), ...options]));
  for (const path of filesIn(TARGET)) nameFiles(path);
  writePackageFile();
  writeTexts();
  await must(run('npm', ['pack', '--silent', '--pack-destination', at('dist'), TARGET]));
}

checkNode();
await install();
await packKit();
say('dist/ holds the package of the conformance kit');
