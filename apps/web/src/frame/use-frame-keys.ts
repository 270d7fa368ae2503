import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { isKeyTaken, useKeyShortcuts, useLetterKeys, useSession } from '@fashen/ui';
import { pagesFor } from './pages';

/** How long `g` waits for its second letter. */
const SECOND_LETTER_MS = 1_500;

/** Keys of every page: `?` shows what keys do, `g` and a letter lead to a page. */
export function useFrameKeys(onHelp: () => void): void {
  useKeyShortcuts({ '?': onHelp });
  useGoKeys();
}

/** Listens before the page does: the second letter must not do what it does there. */
function useGoKeys(): void {
  const [isOn] = useLetterKeys();
  const navigate = useNavigate();
  const { person } = useSession();
  const { permissions } = person;
  useEffect(() => {
    if (!isOn) return undefined;
    let askedAt: number | undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (isKeyTaken(event)) return;
      const isSecond = askedAt !== undefined && event.timeStamp - askedAt < SECOND_LETTER_MS;
      askedAt = event.key === 'g' ? event.timeStamp : undefined;
      const page = pagesFor(permissions).find(({ navigation }) => navigation?.letter === event.key);
      if (!isSecond || !page) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void navigate(`/${page.path.replace(/\/\*$/, '')}`);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isOn, navigate, permissions]);
}
