import { engineModdle } from '@fashen/bpmn';
import type { ModelerPlugin } from './modeler-plugin';

/** The vocabulary a drawing is read with, as on the server: the engine's own, and that of each plugin. */
export function drawingModdles(plugins: readonly ModelerPlugin[]): Readonly<Record<string, object>> {
  const own = plugins.flatMap((plugin) => (plugin.moddle ? [[plugin.id, plugin.moddle] as const] : []));
  return { engine: engineModdle, ...Object.fromEntries(own) };
}
