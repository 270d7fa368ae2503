import type { WorkflowPlugin } from '@fashen/plugin-api';
import { corePlugin } from '../core/core.plugin';
import { problemsBetween, problemsOf } from './plugin-checks';
import { PluginHost, PluginProblemsError } from './plugin-host';
import { orderPlugins } from './plugin-order';

/** Checks the plugins and brings them into order. Throws `PluginProblemsError` with everything that does not fit. */
export function createPluginHost(plugins: readonly WorkflowPlugin[]): PluginHost {
  const all = [corePlugin, ...plugins];
  const { ordered, circle } = orderPlugins(all);
  const circles = circle.length > 0 ? [`these plugins require each other in a circle: ${circle.join(', ')}`] : [];
  const problems = [...problemsBetween(all), ...circles, ...all.flatMap(problemsOf)];
  if (problems.length > 0) throw new PluginProblemsError(problems);
  return new PluginHost(ordered);
}
