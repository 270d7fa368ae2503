import { useEffect } from 'react';

/** Alt+1, 2, 3 put the focus on documents, trace and act panel. */
export function useColumnKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || !['1', '2', '3'].includes(event.key)) return;
      const column = document.querySelector<HTMLElement>(`[data-column="${event.key}"]`);
      if (!column) return;
      event.preventDefault();
      column.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
