import { engineEvents } from './engine.events';
import en from './i18n/en.json';
import zhCn from './i18n/zh-CN.json';

describe('what the engine tells', () => {
  it.each(Object.keys(engineEvents))('has words for the record: %s', (name) => {
    expect([zhCn.ui, en.ui].map((texts) => typeof (texts as Readonly<Record<string, string>>)[`event.${name}`])).toEqual([
      'string',
      'string',
    ]);
  });
});
