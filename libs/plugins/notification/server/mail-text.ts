import type { Json, JsonObject, Locale } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import type { NoticeKind } from '../model';

/** What a mail tells. */
export interface MailContent {
  readonly kind: NoticeKind;
  readonly params: JsonObject;
  /** Absolute; absent when the bureau has told no public address. */
  readonly link?: string;
}

const UI: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': zhCn.ui, en: en.ui };
const SUBJECT_LENGTH = 120;

/** Writes a notice as a mail in the language of its reader. */
export function mailText({ kind, params, link }: MailContent, locale: Locale): { subject: string; text: string; html: string } {
  const say = (key: string): string => fill(UI[locale][key] ?? key, params);
  const sentence = say(`notice.${kind}`);
  const why = say('mail.why');
  const text = [sentence, ...(link ? ['', link] : []), '', '-- ', why].join('\n');
  const anchor = link ? `<p><a href="${escapeHtml(link)}">${escapeHtml(say('mail.open'))}</a></p>` : '';
  const html = `<!doctype html><html lang="${locale}"><body><p>${escapeHtml(sentence)}</p>${anchor}<p><small>${escapeHtml(why)}</small></p></body></html>`;
  return { subject: `${say('mail.prefix')}${sentence}`.replace(/\s+/g, ' ').slice(0, SUBJECT_LENGTH), text, html };
}

function fill(text: string, params: JsonObject): string {
  return text.replace(/\{(\w+)\}/g, (_gap, name: string) => plain(params[name]));
}

const plain = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '—');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
