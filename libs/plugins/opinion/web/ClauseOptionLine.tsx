import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { ClauseOption } from '../model';

/** A clause to choose from: its name, what it is about, and whether it was in force when it happened. */
export function ClauseOptionLine({ option }: { readonly option: ClauseOption }): ReactNode {
  const text = useText('opinion');
  const { name, title, standing, validFrom = '', validUntil = '' } = option;
  return (
    <div className="fs-clause-option">
      <div>{name}</div>
      {title ? <div className="fs-secondary">{title}</div> : null}
      {standing === 'ended' ? <div className="fs-problem">{text('clause.ended', { until: validUntil })}</div> : null}
      {standing === 'notYet' ? <div className="fs-clause-warning">{text('clause.notYet', { from: validFrom })}</div> : null}
    </div>
  );
}
