import { useMemo } from 'react';
import { type ExplanationWords, useHasText, useText } from '@fashen/ui';

/** Words for the codes of drafts, parameters and catalog rows. */
export function useReviewWords(): ExplanationWords {
  const text = useText('legal-review');
  const hasText = useHasText();
  return useMemo(() => {
    const first = (...keys: readonly string[]): string | undefined => {
      const key = keys.find((candidate) => hasText('legal-review', candidate));
      return key && text(key);
    };
    return {
      word: (code) => first(`word.${code}`, `choice.${code}`, `depth.${code}`),
      outputName: (name) => first(`output.${name}`),
    };
  }, [text, hasText]);
}
