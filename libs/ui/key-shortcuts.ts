import { useEffect, useRef, useSyncExternalStore } from 'react';

const CHANGED = 'fashen:habit';

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** A habit of the person on this device; on until it is switched off. */
function useHabit(storageKey: string): readonly [boolean, (on: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, () => localStorage.getItem(storageKey) !== 'off');
  const change = (on: boolean): void => {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
    window.dispatchEvent(new Event(CHANGED));
  };
  return [isOn, change];
}

/** Whether single letters act as shortcuts; a person may switch that off, for speech input and screen readers. */
export function useLetterKeys(): readonly [boolean, (on: boolean) => void] {
  return useHabit('fashen.letterKeys');
}

/** Whether the list goes on to the next task by itself once one is done. */
export function useGoesOn(): readonly [boolean, (on: boolean) => void] {
  return useHabit('fashen.goesOn');
}

/** True while a key belongs to something else: typing, an input method, a dialog, a menu, a combination. */
export function isKeyTaken(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=combobox], [role=menu]') !== null;
}

/**
 * Calls the action of a key while letter keys are on. Keys are `event.key` values in lower case; `shift+x` goes before `x` when shift is
 * held.
 */
export function useKeyShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const [isOn] = useLetterKeys();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const action = actionOf(latest.current, event);
      if (!action || isKeyTaken(event)) return;
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a')) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}

function actionOf(actions: Readonly<Record<string, () => void>>, { key, shiftKey }: KeyboardEvent): (() => void) | undefined {
  const name = key.toLowerCase();
  return (shiftKey ? actions[`shift+${name}`] : undefined) ?? actions[name];
}
