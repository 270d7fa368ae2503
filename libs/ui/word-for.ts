import type { FormatterModule } from 'i18next';

/**
 * The word that goes with a number. A text writes both, divided by a bar: `{n} working {n, day|days} left`. A gap without words is filled as it is.
 */
export function wordFor(value: unknown, words: string | undefined): string {
  if (words === undefined) return String(value);
  const [one = '', many = one] = words.split('|');
  return Number(value) === 1 ? one : many;
}

/** Fills the gaps of all texts. */
export const gapFormatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: wordFor,
};
