import { useEffect } from 'react';

/** Class of a `details` that is folded away on the screen and must not be missing on paper. */
export const PRINT_WHOLE = 'fs-print-whole';

/** Unfolds what belongs on paper before the page is printed, and folds it again afterwards. */
export function useWholePrint(): void {
  useEffect(() => {
    let unfolded: readonly HTMLDetailsElement[] = [];
    const unfold = (): void => {
      unfolded = [...document.querySelectorAll<HTMLDetailsElement>(`details.${PRINT_WHOLE}:not([open])`)];
      for (const details of unfolded) details.open = true;
    };
    const fold = (): void => {
      for (const details of unfolded) details.open = false;
      unfolded = [];
    };
    window.addEventListener('beforeprint', unfold);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', unfold);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
}
