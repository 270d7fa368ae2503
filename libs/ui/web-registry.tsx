import { type ComponentType, createContext, useContext } from 'react';
import type { CaseAction, CasePartProps, ShortcutGroup, TaskAction, TaskFormProps, WebParts, WebPlugin } from './web-plugin';

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

/** True when the form of this panel kind shows the buttons in sight itself. */
export function useHasActs(panel: string): boolean {
  return useContext(RegistryContext).some(({ formsWithActs = [] }) => formsWithActs.includes(panel));
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

/** Lines that the present plugins draw in the head of a case, in the order of the plugins. */
export function useCaseNotes(): readonly ComponentType<CasePartProps>[] {
  return useContext(RegistryContext).flatMap(({ caseNotes = [] }) => caseNotes);
}

/** An operation on cases with the plugin whose texts name it. */
export interface PluginCaseAction extends CaseAction {
  readonly pluginId: string;
}

/** All operations on cases of the present plugins, in the order their buttons stand. */
export function useCaseActions(): readonly PluginCaseAction[] {
  const plugins = useContext(RegistryContext);
  return plugins
    .flatMap(({ id: pluginId, caseActions = [] }) => caseActions.map((action) => ({ ...action, pluginId })))
    .sort((one, other) => one.order - other.order);
}

/** A list of shortcuts with the plugin whose texts name them. */
export interface PluginShortcuts extends ShortcutGroup {
  readonly pluginId: string;
}

/** What keys do on the pages of the present plugins. */
export function useShortcutGroups(): readonly PluginShortcuts[] {
  const plugins = useContext(RegistryContext);
  return plugins.flatMap(({ id: pluginId, shortcuts = [] }) => shortcuts.map((group) => ({ ...group, pluginId })));
}
