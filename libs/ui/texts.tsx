import { createInstance, type i18n as I18n } from 'i18next';
import { useCallback, useMemo } from 'react';
import { I18nextProvider, initReactI18next, useTranslation } from 'react-i18next';
import type { Locale, Messages } from '@fashen/plugin-api';
import { gapFormatter } from './word-for';

/** What fills the gaps of a text. */
export type Gaps = Readonly<Record<string, unknown>>;

/** Gives the text for a key of one plugin. */
export type Text = (key: string, gaps?: Gaps) => string;

/** Namespace in which the error texts of all plugins stand, under their full codes. */
export const ERRORS = 'errors';

/** Namespace in which the sentences of all checks stand, under their full rule names. */
export const LINT = 'lint';

/** Namespace in which the words of the modeler's panel stand, under their keys with the plugin's id in front. */
export const PANEL = 'panel';

const STORAGE_KEY = 'fashen.locale';

/** Texts of one plugin with its id. */
export interface TextSource {
  readonly id: string;
  readonly messages: Messages;
}

/** The language chosen on this device, Chinese until somebody chooses. */
export function storedLocale(): Locale {
  return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh-CN';
}

/**
 * Loads the texts of all plugins: `ui` under the plugin's id, `errors` together under their full codes.
 * Later sources win, so that a bureau may override a sentence.
 */
export function createTexts(sources: readonly TextSource[], locale: Locale): I18n {
  const texts = createInstance();
  texts.use(gapFormatter);
  void texts.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    ns: [...sources.map((source) => source.id), ERRORS, LINT, PANEL],
    defaultNS: 'ui',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    missingInterpolationHandler: () => '—',
    react: { useSuspense: false },
    resources: {},
  });
  for (const source of sources) addSource(texts, source);
  tellLocale(locale);
  return texts;
}

/** Tells browser and server in which language the page speaks. */
function tellLocale(locale: Locale): void {
  document.documentElement.lang = locale;
  document.cookie = `fashen-locale=${locale}; path=/; max-age=31536000; samesite=strict`;
}

function addSource(texts: I18n, { id, messages }: TextSource): void {
  for (const locale of ['zh-CN', 'en'] as const) {
    texts.addResourceBundle(locale, id, messages[locale].ui, true, true);
    texts.addResourceBundle(locale, ERRORS, fullCodes(id, messages[locale].errors), true, true);
    texts.addResourceBundle(locale, LINT, fullCodes(id, messages[locale].lint), true, true);
    texts.addResourceBundle(locale, PANEL, prefixed(id, messages[locale].modeler), true, true);
  }
}

const prefixed = (id: string, words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [`${id}.${key}`, word]));

/** Error keys with the plugin's id in front, whether the file writes it or not. */
export function fullCodes(id: string, errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([key, text]) => [key.startsWith(`${id}.`) ? key : `${id}.${key}`, text]));
}

/** Gives the texts to everything below. */
export const TextsProvider = I18nextProvider;

/** The text function of one plugin. Missing keys come back as they are. */
export function useText(namespace: string): Text {
  const { t } = useTranslation(namespace);
  return useCallback((key, gaps) => String(t(key, { ...gaps, ns: namespace })), [t, namespace]);
}

/** The text functions of all plugins, for places that show what any plugin may have named. */
export function useTextOf(): (namespace: string, key: string, gaps?: Gaps) => string {
  const { t } = useTranslation();
  return useCallback((namespace, key, gaps) => String(t(key, { ...gaps, ns: namespace })), [t]);
}

/** True when a plugin has a text for this key. */
export function useHasText(): (namespace: string, key: string) => boolean {
  const { i18n } = useTranslation();
  return useCallback((namespace, key) => i18n.exists(key, { ns: namespace }), [i18n]);
}

/** The present language and how to change it; remembered on this device. */
export function useLocale(): { readonly locale: Locale; readonly setLocale: (locale: Locale) => void } {
  const { i18n } = useTranslation();
  const setLocale = useCallback(
    (locale: Locale) => {
      localStorage.setItem(STORAGE_KEY, locale);
      tellLocale(locale);
      void i18n.changeLanguage(locale);
    },
    [i18n],
  );
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
}
