import { useSyncExternalStore } from 'react';

/** True while the window is narrower than this many CSS px. */
export function useIsNarrow(widthPx: number): boolean {
  const media = `(max-width: ${widthPx - 0.02}px)`;
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(media);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(media).matches,
  );
}
