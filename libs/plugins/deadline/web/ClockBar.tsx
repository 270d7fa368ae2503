import type { ReactNode } from 'react';
import { useMinute, useText } from '@fashen/ui';
import type { ClockReply } from '../model';
import { holdSpans } from './explain.rules';

/** Time run and held as a bar, and the same in words. */
export function ClockBar({ clock }: { readonly clock: ClockReply }): ReactNode {
  const text = useText('deadline');
  const now = useMinute().getTime();
  const { holds } = clock;
  if (holds.length === 0) return null;
  const moments = [clock.createdAt, ...holds.map(({ at }) => at), clock.dueAt ?? clock.endedAt ?? now];
  return (
    <div>
      <div className="fs-clock-bar" aria-hidden="true">
        {moments.slice(1).map((to, index) => (
          <span
            key={`${to}-${index}`}
            className={index % 2 === 1 ? 'fs-clock-held' : 'fs-clock-run'}
            style={{ flexGrow: Math.max(1, to - (moments[index] ?? to)) }}
          />
        ))}
      </div>
      <ul className="fs-secondary">
        {holdSpans(holds).map(({ hold, to }) => {
          const reason = text(`hold.${hold.reason}`);
          return (
            <li key={hold.at}>
              {to ? text('holdRow', { from: hold.day, to: to.day, reason }) : text('holdOpen', { from: hold.day, reason })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
