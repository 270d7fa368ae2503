import { useSyncExternalStore } from 'react';
import { type TextSize, textSizes } from './theme';

const STORAGE_KEY = 'fashen.textSize';
const CHANGED = 'fashen:textSize';

function read(): TextSize {
  const kept = localStorage.getItem(STORAGE_KEY);
  return kept && kept in textSizes ? (kept as TextSize) : 'standard';
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** The text size chosen on this device and how to change it. */
export function useTextSize(): { readonly size: TextSize; readonly setSize: (size: TextSize) => void } {
  const size = useSyncExternalStore(subscribe, read);
  const setSize = (next: TextSize): void => {
    localStorage.setItem(STORAGE_KEY, next);
    window.dispatchEvent(new Event(CHANGED));
  };
  return { size, setSize };
}
