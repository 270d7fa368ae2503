import './deadline.css';
import type { ReactNode } from 'react';
import { Light, useText } from '@fashen/ui';
import type { ClockReply, StandingClock } from '../model';

/** A clock by shape, color and words. */
export function ClockLight({ clock }: { readonly clock: ClockReply }): ReactNode {
  const { state, dueAt, unit, left, rawDay, holds } = clock;
  if (state !== 'RUNNING' && state !== 'HELD') return null;
  const reason = holds.at(-1)?.reason;
  if (state === 'HELD') return <StandingLight cause="HELD" rawDay={rawDay} {...(reason && { reason })} />;
  if (dueAt === undefined) return <StandingLight cause="MISSING" rawDay={rawDay} />;
  return (
    <Light
      dueAt={new Date(dueAt).toISOString()}
      {...(left !== undefined && unit !== 'hours' && { days: left, isWorking: unit === 'workingDays' })}
    />
  );
}

/** A clock without a last day: it stands still, or leaves the loaded calendar. Never a guess. */
export function StandingLight({ cause, reason, rawDay }: Pick<StandingClock, 'cause' | 'reason' | 'rawDay'>): ReactNode {
  const text = useText('deadline');
  const isHeld = cause === 'HELD';
  const words = isHeld ? text('light.held', { reason: text(`hold.${reason ?? 'OTHER'}`) }) : text('light.missing', { day: rawDay });
  return (
    <span className={`fs-light ${isHeld ? 'fs-light-paused' : 'fs-light-missing'}`}>
      <span className="fs-light-shape" aria-hidden="true">
        {isHeld ? '‖' : '?'}
      </span>
      {words}
    </span>
  );
}
