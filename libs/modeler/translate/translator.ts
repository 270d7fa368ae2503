import communityChinese from 'bpmn-js-i18n/translations/zn.js';
import type { Locale } from '@fashen/plugin-api';
import { zhCn } from './zh-cn';

/** What diagram-js calls for every text it shows: the English text with `{gaps}`, and their values. */
export type Translate = (text: string, gaps?: Readonly<Record<string, string>>) => string;

/** Texts of bpmn-js in Chinese: those of bpmn-js-i18n, and ours for what it lacks. English stays as it is. */
export function translator(locale: Locale): Translate {
  const dictionary: Readonly<Record<string, string>> = locale === 'zh-CN' ? { ...communityChinese, ...zhCn } : {};
  return (text, gaps = {}) => (dictionary[text] ?? text).replace(/\{([^}]+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
