import type { Locale, PluginMessages } from '@fashen/plugin-api';
import type { TextSource } from '@fashen/ui';
import { webPlugins } from './plugins';

const files = import.meta.glob<PluginMessages>(
  ['../../../libs/**/i18n/*.json', '../../../processes/*/i18n/*.json', './i18n/*.json', './pages/*/i18n/*.json'],
  {
    eager: true,
    import: 'default',
  },
);

function sourcesOfFiles(): readonly TextSource[] {
  const sources = new Map<string, Partial<Record<Locale, PluginMessages>>>();
  for (const [path, messages] of Object.entries(files)) {
    const [file = '', , folder = 'web'] = path.split('/').reverse();
    const id = folder === '.' ? 'web' : folder;
    sources.set(id, { ...sources.get(id), [file.replace('.json', '')]: messages });
  }
  return [...sources].flatMap(([id, { 'zh-CN': zh, en }]) => (zh && en ? [{ id, messages: { 'zh-CN': zh, en } }] : []));
}

/**
 * Texts of everything in this repository, also of plugins that have no screens but errors and names to show.
 * Web plugins stand last, so that one from another package brings its own.
 */
export const textSources: readonly TextSource[] = [...sourcesOfFiles(), ...webPlugins];
