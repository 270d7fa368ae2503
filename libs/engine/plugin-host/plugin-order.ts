import type { WorkflowPlugin } from '@fashen/plugin-api';

/**
 * Brings plugins into an order in which each comes after those it requires; otherwise the given order is kept.
 * Unknown requirements are skipped, the plugins of a circle are named in `circle`.
 */
export function orderPlugins(plugins: readonly WorkflowPlugin[]): {
  readonly ordered: readonly WorkflowPlugin[];
  readonly circle: readonly string[];
} {
  const ids = new Set(plugins.map((plugin) => plugin.id));
  const ordered: WorkflowPlugin[] = [];
  const placed = new Set<string>();
  let rest = [...plugins];
  while (rest.length > 0) {
    const next = rest.find((plugin) => (plugin.requires ?? []).every((id) => placed.has(id) || !ids.has(id)));
    if (!next) return { ordered, circle: rest.map((plugin) => plugin.id) };
    ordered.push(next);
    placed.add(next.id);
    rest = rest.filter((plugin) => plugin !== next);
  }
  return { ordered, circle: [] };
}
