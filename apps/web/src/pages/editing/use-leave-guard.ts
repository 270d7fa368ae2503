import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useConfirmAct, useText } from '@fashen/ui';

/** Saves before the page is left inside the application. Asks only when that did not work, and when the window is closed unsaved. */
export function useLeaveGuard(isUnsaved: boolean, save: () => Promise<unknown>): void {
  const text = useText('editing');
  const confirm = useConfirmAct();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isUnsaved && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const leave = async (): Promise<void> => {
      const isSaved = (await save()) !== undefined;
      const mayLeave = isSaved || (await confirm({ act: text('leave.act'), consequence: text('leave.consequence'), danger: true }));
      if (mayLeave) blocker.proceed();
      else blocker.reset();
    };
    void leave();
    // One question per attempt to leave.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [blocker.state]);
}
