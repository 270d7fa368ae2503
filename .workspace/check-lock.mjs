// package-lock.json must install on every machine: no registry host names, no package of another platform left out,
// and package.json must name exact versions only.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readJson = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Where Node would find `name` when it is required from the package at `from`, or undefined. */
function locate(packages, from, name) {
  for (let folder = from; ; folder = parentOf(folder)) {
    const at = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[at]) return at;
    if (folder === '') return undefined;
  }
}

function parentOf(folder) {
  const index = folder.lastIndexOf('/node_modules/');
  return index < 0 ? '' : folder.slice(0, index);
}

function complaintsAbout(packages, at) {
  const entry = packages[at];
  const complaints = [];
  if (entry.resolved && !entry.link) complaints.push(`names the address ${entry.resolved}`);
  if (at !== '' && !entry.link && !entry.integrity) complaints.push('has no integrity');
  const needed = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
  const missing = needed.filter((name) => locate(packages, at, name) === undefined);
  return [...complaints, ...missing.map((name) => `needs ${name}, which is left out`)].map((text) => `${at || 'root'}: ${text}`);
}

function looseVersions(manifest) {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
    .map(([name, range]) => `package.json: ${name} is not pinned (${range})`);
}

/** Everything that is wrong with the lock file, one sentence each; an empty list means it is fine. */
export function checkLock(manifest = readJson('../package.json'), lock = readJson('../package-lock.json')) {
  const { packages } = lock;
  return [...looseVersions(manifest), ...Object.keys(packages).flatMap((at) => complaintsAbout(packages, at))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const complaints = checkLock();
  console.log(complaints.length === 0 ? 'package-lock.json is fine' : complaints.join('\n'));
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
