import type { Locale } from '@fashen/plugin-api';
import type { Translate } from '../translate/translator';
import { decisionZhCn } from './zh-cn';

/** Texts of dmn-js. English stays as it is. */
export function decisionTranslator(locale: Locale): Translate {
  const dictionary: Readonly<Record<string, string>> = locale === 'zh-CN' ? decisionZhCn : {};
  return (text, gaps = {}) => (dictionary[text] ?? text).replace(/\{([^}]+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
