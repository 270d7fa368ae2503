import { useEffect, useRef, useState } from 'react';

const STORAGE_KEY = 'fashen.letterKeys';

/** Whether single letters act as shortcuts; a person may switch that off, for speech input and screen readers. */
export function useLetterKeys(): readonly [boolean, (on: boolean) => void] {
  const [isOn, setIsOn] = useState(() => localStorage.getItem(STORAGE_KEY) !== 'off');
  const change = (on: boolean): void => {
    localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off');
    setIsOn(on);
  };
  return [isOn, change];
}

/** True while a key belongs to something else: typing, an input method, a dialog, a combination. */
export function isKeyTaken(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=combobox]') !== null;
}

/** Calls the action of a key. Keys are `event.key` values in lower case; `shift+x` goes before `x` when shift is held. */
export function useKeyShortcuts(isOn: boolean, actions: Readonly<Record<string, () => void>>): void {
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
