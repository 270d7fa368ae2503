import { type ComponentType, createContext, useContext } from 'react';
import type { CasePartProps, TaskAction, TaskFormProps, WebParts, WebPlugin } from './web-plugin';

const RegistryContext = createContext<readonly WebPlugin[]>([]);

/** Gives the plugins of the application to everything below. */
export const WebPluginsProvider = RegistryContext.Provider;

/** The part of a page that some plugin offers; `undefined` when none of the present plugins does. */
export function usePart<K extends keyof WebParts>(name: K): WebParts[K] | undefined {
  const plugins = useContext(RegistryContext);
  return plugins.find((plugin) => plugin.parts?.[name])?.parts?.[name];
}

/** The form for a kind of task. */
export function useTaskForm(panel: string): ComponentType<TaskFormProps> | undefined {
  const plugins = useContext(RegistryContext);
  return plugins.find((plugin) => plugin.taskForms?.[panel])?.taskForms?.[panel];
}

/** An operation on tasks with the plugin whose texts name it. */
export interface PluginAction extends TaskAction {
  readonly pluginId: string;
}

/** All operations on tasks of the present plugins, in the order their buttons stand. */
export function useTaskActions(): readonly PluginAction[] {
  const plugins = useContext(RegistryContext);
  return plugins
    .flatMap(({ id: pluginId, actions = [] }) => actions.map((action) => ({ ...action, pluginId })))
    .sort((one, other) => one.order - other.order);
}

/** What all present plugins draw in the head of a case, in the order of the plugins: lines, or buttons. */
export function useCaseHeadParts(kind: 'caseNotes' | 'caseActions'): readonly ComponentType<CasePartProps>[] {
  return useContext(RegistryContext).flatMap((plugin) => plugin[kind] ?? []);
}
