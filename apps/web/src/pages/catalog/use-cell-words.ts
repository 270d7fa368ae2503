import { useMemo } from 'react';
import { useHasText, useTextOf } from '@fashen/ui';
import type { CellWords } from './cell-words.rules';

/** Where words for values and names stand: pairs of namespace and prefix of the key, first found counts. */
const VALUE_WORDS = [
  ['catalog', 'word.'],
  ['legal-review', 'word.'],
  ['legal-review', 'depth.'],
] as const;
const NAME_WORDS = [
  ['catalog', 'name.'],
  ['legal-review', ''],
] as const;

/** The words for cells in the language of the page. */
export function useCellWords(): CellWords {
  const textOf = useTextOf();
  const hasText = useHasText();
  return useMemo(() => {
    const find = (places: readonly (readonly [string, string])[], key: string): string | undefined => {
      const place = places.find(([namespace, prefix]) => hasText(namespace, `${prefix}${key}`));
      return place && textOf(place[0], `${place[1]}${key}`);
    };
    const own = (key: string, gaps = {}): string => textOf('catalog', key, gaps);
    return {
      value: (value) => find(VALUE_WORDS, value) ?? value,
      name: (path) => find(NAME_WORDS, path) ?? find(NAME_WORDS, path.replace(/^parameters\./, 'parameter.')),
      yes: own('cell.yes'),
      no: own('cell.no'),
      any: own('cell.any'),
      or: own('cell.or'),
      not: (inner) => own('cell.not', { inner }),
      between: (from, to) => own('cell.between', { from, to }),
      contains: (value) => own('cell.contains', { value }),
    };
  }, [textOf, hasText]);
}
