// The linter's import rules read Nx's project graph from its cache and are silently skipped without one. This fills the cache.
import { fileURLToPath } from 'node:url';

/** Computes the project graph and leaves it in the cache. */
export async function refreshProjectGraph() {
  process.env.NX_DAEMON = 'false';
  const { createProjectGraphAsync } = await import('@nx/devkit');
  return createProjectGraphAsync({ exitOnError: false });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const graph = await refreshProjectGraph();
  console.log(`${Object.keys(graph.nodes).length} projects`);
}
