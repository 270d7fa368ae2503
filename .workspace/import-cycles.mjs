// Files that import each other in a circle, and plugins that do. Type-only imports do not count: they are gone at run time.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './place.mjs';

const IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/gm;

/** One sentence per circle among the sources below `base`. */
export function findImportCycles(base = root) {
  const folders = ['apps', 'libs', 'processes'].map((name) => join(base, name)).filter((folder) => existsSync(folder));
  const files = folders.flatMap(sourcesIn);
  const graph = new Map(files.map((file) => [file, importsOf(file, base)]));
  const amongFiles = circles(graph).map((circle) => circle.map((file) => relative(base, file)));
  const amongPlugins = circles(pluginGraph(graph, base));
  return [...amongFiles, ...amongPlugins].map((circle) => `import cycle: ${circle.join(' → ')}`);
}

/** Which plugin needs which, tests left out: those may put any plugins together. */
function pluginGraph(graph, base) {
  const plugins = new Map();
  for (const [file, targets] of graph) {
    const from = pluginOf(file, base);
    if (!from) continue;
    const needed = targets.map((target) => pluginOf(target, base)).filter((to) => to && to !== from);
    plugins.set(from, new Set([...(plugins.get(from) ?? []), ...needed]));
  }
  return plugins;
}

function pluginOf(file, base) {
  const path = relative(base, file).replaceAll('\\', '/');
  if (/\/test\/|spec\.tsx?$/.test(path)) return undefined;
  return /^libs\/plugins\/([^/]+)\//.exec(path)?.[1];
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function importsOf(file, base) {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(IMPORT)].filter(([, names]) => !namesOnlyTypes(names));
  return found.map(([, , target]) => resolve(file, target, base)).filter((target) => target !== undefined);
}

function namesOnlyTypes(names) {
  const inBraces = names?.match(/^\{([^}]*)\}$/)?.[1];
  if (inBraces === undefined) return false;
  return inBraces.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

function resolve(file, target, base) {
  if (target.startsWith('@fashen/')) return existing(join(base, 'libs', target.slice('@fashen/'.length), 'index.ts'));
  if (!target.startsWith('.')) return undefined;
  const path = join(dirname(file), target);
  return existing(`${path}.ts`, `${path}.tsx`, join(path, 'index.ts'));
}

function existing(...paths) {
  return paths.find((path) => existsSync(path) && statSync(path).isFile());
}

function circles(graph) {
  const done = new Set();
  const found = [];
  const visit = (file, trail) => {
    const start = trail.indexOf(file);
    if (start >= 0) return void found.push([...trail.slice(start), file]);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
