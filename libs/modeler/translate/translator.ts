import communityChinese from 'bpmn-js-i18n/translations/zn.js';
import type { Locale } from '@fashen/plugin-api';
import { en } from './en';
import { zhCn } from './zh-cn';

/** What diagram-js calls for every text it shows: the English text with `{gaps}`, and their values. */
export type Translate = (text: string, gaps?: Readonly<Record<string, string>>) => string;

const dictionaries: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': { ...communityChinese, ...zhCn }, en };

/** Texts of bpmn-js: in Chinese those of bpmn-js-i18n and ours for what it lacks, in English a few shorter names. */
export function translator(locale: Locale): Translate {
  const dictionary = dictionaries[locale];
  return (text, gaps = {}) => (dictionary[text] ?? text).replace(/\{([^}]+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
