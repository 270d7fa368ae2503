import { useEffect, useRef } from 'react';

/** What keys do on the page of the modeler, besides those of bpmn-js. */
export interface EditorKeys {
  readonly onSave: () => void;
  readonly onNextFinding: () => void;
}

/** Ctrl+S saves, F8 goes to the next finding; wherever the focus is. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
      if (!isSave && event.key !== 'F8') return;
      event.preventDefault();
      if (isSave) latest.current.onSave();
      else latest.current.onNextFinding();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
