import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { type ClockReply, countClock } from '../model';
import { useOfficeDays } from './requests';

/** On which day a clock would be due if it were extended. The server counts for itself when it is decided. */
export function ExtensionEffect({ clock, amount }: { readonly clock: ClockReply; readonly amount: number }): ReactNode {
  const text = useText('deadline');
  const calendar = useOfficeDays();
  if (!calendar || clock.state !== 'RUNNING') return null;
  const { notBefore } = clock.settings;
  const counted = countClock(
    { ...clock, amount: clock.amount + amount, ...(notBefore !== undefined && { notBefore }) },
    clock.holds.filter(({ at }) => at >= clock.startAt),
    // Whole days, so the offset of the bureau's clock says nothing.
    { calendar, utcOffsetMinutes: 0 },
  );
  const after = counted.dueDay ?? text('missing', { day: counted.rawDay });
  return <p aria-live="polite">{text('extension.effect', { before: clock.dueDay ?? clock.rawDay, after })}</p>;
}
