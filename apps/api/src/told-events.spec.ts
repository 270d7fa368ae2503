import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { engineEvents } from '@fashen/engine';
import { NOTICE_EVENTS } from '@fashen/plugins/notification/model';
import { plugins } from './plugins';

const PLUGINS = resolve(import.meta.dirname, '../../../libs/plugins');

type EventTable = Readonly<Record<string, { readonly eventName?: string }>>;

/** Names of all events that are declared in some file `*.events.ts`. */
async function declaredEvents(): Promise<readonly string[]> {
  const files = readdirSync(PLUGINS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.events.ts'));
  const modules = await Promise.all(files.map((file) => import(resolve(PLUGINS, file)) as Promise<Record<string, EventTable>>));
  const tables = [{ engineEvents }, ...modules].flatMap((module) => Object.values<EventTable>(module));
  return tables.flatMap((table) => Object.values(table).flatMap(({ eventName }) => eventName ?? []));
}

describe('what plugins tell', () => {
  it('has words in both languages, so that a record can be read', async () => {
    const names = (await declaredEvents()).filter((name) => !name.startsWith('engine.') && !name.startsWith('sample-note.'));
    const wordless = (language: 'zh-CN' | 'en'): readonly string[] =>
      names.filter((name) => {
        const [pluginId, event] = name.split('.');
        const plugin = plugins.find(({ id }) => id === pluginId);
        return !plugin?.messages?.[language]?.ui?.[`event.${event}`];
      });
    expect(names.length).toBeGreaterThan(50);
    expect({ zh: wordless('zh-CN'), en: wordless('en') }).toEqual({ zh: [], en: [] });
  });

  it('is what the table of notices listens to', async () => {
    const names = await declaredEvents();
    expect(NOTICE_EVENTS.filter((name) => !names.includes(name))).toEqual([]);
  });
});
