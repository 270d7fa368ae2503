import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useConfirmAct, useText } from '@fashen/ui';
import { type DraftSaver, isUnsaved } from './use-draft-saver';

/**
 * Saves before the page is left inside the application. When that does not work the page stays and says why; who leaves once more is asked.
 * Closing the window with something unsaved makes the browser ask.
 */
export function useLeaveGuard({ state, save }: DraftSaver): void {
  const text = useText('editing');
  const confirm = useConfirmAct();
  const unsaved = isUnsaved(state);
  const isRefused = state.kind === 'failed' || state.kind === 'conflict';
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const mayLeave = async (): Promise<boolean> => {
      if (!isRefused) return (await save()) !== undefined;
      return confirm({ act: text('leave.act'), consequence: text('leave.consequence'), danger: true });
    };
    void mayLeave().then((may) => (may ? blocker.proceed() : blocker.reset()));
    // One question per attempt to leave.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [blocker.state]);
}
