import type { Locale } from '@fashen/plugin-api';
import type { ModelerPlugin } from '../modeler-plugin';

/** Looks up a text of a plugin's `modeler` part. A missing key answers itself, so that it is seen. */
export type PanelText = (pluginId: string, key: string) => string;

/** Texts of all plugins in one language. */
export function panelTexts(plugins: readonly ModelerPlugin[], locale: Locale): PanelText {
  const byPlugin = new Map(plugins.map((plugin) => [plugin.id, plugin.messages[locale].modeler]));
  return (pluginId, key) => byPlugin.get(pluginId)?.[key] ?? key;
}
