// Brings a fresh clone to a state in which it runs: the right Node, the dependencies, the build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from './place.mjs';
import { must, run, runNode, step } from './steps.mjs';

/** Ends the process with a sentence when Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  console.error(`Fashen needs Node.js 20.19 or newer, or 22.12 or newer. This is ${process.version}.`);
  process.exit(1);
}

/** `npm ci`, only when node_modules is not what package-lock.json says. */
export async function install() {
  if (isInstalled()) return;
  await must(step('install the dependencies (npm ci)', npmCi));
}

function isInstalled() {
  const present = readPackages('node_modules/.package-lock.json');
  const wanted = Object.entries(readPackages('package-lock.json'));
  // Packages for other platforms are optional and not here.
  return wanted.every(([path, { integrity, optional }]) => path === '' || optional || present[path]?.integrity === integrity);
}

function readPackages(file) {
  return existsSync(at(file)) ? JSON.parse(readFileSync(at(file), 'utf8')).packages : {};
}

function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const env = { ...process.env, NODE_ENV: 'development' };
  // npm's own program run by this Node: works where `npm` is a shell script, a .cmd file or a shim.
  const npm = process.env.npm_execpath;
  return npm?.endsWith('npm-cli.js') ? runNode([npm, ...args], { env }) : run('npm', args, { env, shell: process.platform === 'win32' });
}

const COMMON_SOURCES = ['package-lock.json', 'tsconfig.base.json'];
const PARTS = [
  {
    name: 'build the server',
    stamp: 'dist/.stamps/api',
    result: 'dist/api/main.js',
    sources: ['apps/api', 'libs', 'processes'],
    skip: /\/(node_modules|test|web|modeler|ui)$/,
    build: () =>
      runNode([at('node_modules/rolldown/bin/cli.mjs'), '-c', 'apps/api/rolldown.config.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] }),
  },
  {
    name: 'build the web application',
    stamp: 'dist/.stamps/web',
    result: 'dist/web/index.html',
    sources: ['apps/web', 'libs'],
    skip: /\/(node_modules|test|server|engine|database|testing)$/,
    build: () => runNode([at('node_modules/vite/bin/vite.js'), 'build', '-c', 'apps/web/vite.config.mjs', '--logLevel', 'warn']),
  },
];

/** Builds the server and the web application into dist/, each only when a source of it changed. Gives an exit code. */
export async function build() {
  for (const part of PARTS) {
    const want = fingerprint([...COMMON_SOURCES, ...part.sources.flatMap((folder) => filesIn(folder, part.skip))]);
    if (existsSync(at(part.result)) && existsSync(at(part.stamp)) && readFileSync(at(part.stamp), 'utf8') === want) continue;
    const code = await step(part.name, part.build);
    if (code !== 0) return code;
    mkdirSync(dirname(at(part.stamp)), { recursive: true });
    writeFileSync(at(part.stamp), want);
  }
  return 0;
}

function filesIn(folder, skip) {
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skip.test(path) ? [] : filesIn(path, skip);
    return path.endsWith('spec.ts') ? [] : [path];
  });
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)));
  return hash.digest('hex');
}
