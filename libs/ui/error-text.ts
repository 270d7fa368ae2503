import { useCallback } from 'react';
import type { Locale } from '@fashen/plugin-api';
import type { ApiError } from './api-error';
import { readClock } from './clock';
import { momentText } from './format';
import { ERRORS, type Gaps, useHasText, useLocale, useText } from './texts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const EARLIEST_INSTANT = 1_000_000_000_000;

/** Makes the gaps of an error fit to read: instants become local times, lists are joined. */
export function readableGaps(params: Gaps, locale: Locale, now: Date): Gaps {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readable(name, value, locale, now)]));
}

function readable(name: string, value: unknown, locale: Locale, now: Date): unknown {
  if (typeof value === 'string' && INSTANT.test(value)) return momentText(value, now);
  if (typeof value === 'number' && value > EARLIEST_INSTANT && /at$/i.test(name)) return momentText(value, now);
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))).join(locale === 'en' ? ', ' : '、');
  return value;
}

/** Gives the sentence for an error. An unknown code is shown as it is, inside a sentence. */
export function useErrorText(): (error: ApiError) => string {
  const text = useText(ERRORS);
  const hasText = useHasText();
  const { locale } = useLocale();
  return useCallback(
    (error) => {
      const gaps = readableGaps(error.params, locale, readClock());
      if (hasText(ERRORS, error.code)) return text(error.code, gaps);
      return error.serverText ?? text('ui.unknown', { code: error.code });
    },
    [text, hasText, locale],
  );
}
