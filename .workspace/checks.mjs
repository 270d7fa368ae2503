// The checks that look at the text of the sources. Each gives an exit code.
import { checkLock } from './check-lock.mjs';
import { findImportCycles } from './import-cycles.mjs';
import { at } from './place.mjs';
import { runNode } from './steps.mjs';

const TYPE_PROJECTS = ['apps/api/tsconfig.json', 'apps/web/tsconfig.json', 'apps/web/tsconfig.spec.json'];

const BROWSER_CODE = ['apps/web/**', 'libs/ui/**', 'libs/modeler/**', 'libs/plugins/*/web/**', 'libs/plugins/*/modeler/**'];

export const format = () => runNode([at('node_modules/prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);

export const lockFile = () => report(checkLock());

export const importCycles = () => report(findImportCycles());

/** ESLint over everything, after the project graph that its import rules need. Server and browser need different types: side by side. */
export async function lint() {
  const graph = await runNode([at('.workspace/project-graph.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (graph !== 0) return graph;
  const codes = await Promise.all([eslint('.', ...BROWSER_CODE.flatMap((place) => ['--ignore-pattern', place])), eslint(...BROWSER_CODE)]);
  return Math.max(...codes);
}

function eslint(...args) {
  return runNode([at('node_modules/eslint/bin/eslint.js'), '--max-warnings', '0', ...args]);
}

/** The compiler once per host: the server, the browser, and specs of browser code. */
export async function types() {
  const tsc = (project) => runNode([at('node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', '-p', project]);
  const codes = await Promise.all(TYPE_PROJECTS.map(tsc));
  return Math.max(...codes);
}

function report(complaints) {
  for (const complaint of complaints) console.error(complaint);
  return complaints.length === 0 ? 0 : 1;
}
