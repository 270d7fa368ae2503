import { useEffect } from 'react';

/** Layers over the page. What had the focus below them gets it back. */
const LAYERS = '.ant-modal-root, .ant-dropdown, .ant-select-dropdown, .ant-picker-dropdown';

/**
 * Whichever dialog goes away, the keyboard goes on where it was before: at the button that opened the dialog, or at the page when the button
 * is gone. Dialogs do so themselves only while they stay mounted.
 */
export function useFocusBack(): void {
  useEffect(() => {
    let below: HTMLElement | undefined;
    let isAbove = false;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      isAbove = target.closest(LAYERS) !== null;
      if (!isAbove) below = target;
    };
    const observer = new MutationObserver(() => {
      if (!isAbove || document.activeElement !== document.body) return;
      const place = below?.isConnected ? below : document.getElementById('main');
      place?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
}
