import type { ReactNode } from 'react';
import { PRINT_WHOLE, useText } from '@fashen/ui';
import type { Citation } from '../model';

/** What an opinion cites, with the copy it keeps of the clauses that were in the library. */
export function CitedClauses(props: { readonly clauses: readonly string[]; readonly citations?: readonly Citation[] }): ReactNode {
  const { clauses, citations = [] } = props;
  const text = useText('opinion');
  const kitText = useText('ui');
  if (clauses.length === 0) return null;
  const line = <span className="fs-secondary">{text('sign.clauses', { clauses: clauses.join(kitText('listMark')) })}</span>;
  if (citations.length === 0) return <p>{line}</p>;
  return (
    <details className={`fs-citations ${PRINT_WHOLE}`}>
      <summary>{line}</summary>
      <ul>
        {citations.map((one) => (
          <li key={one.name}>
            <strong>{one.name}</strong> {one.title}{' '}
            <span className="fs-secondary">{text('citation.version', { version: one.version, source: one.source })}</span>
            {one.standing === 'ended' ? <div className="fs-problem">{text('clause.ended', { until: one.validUntil })}</div> : null}
            {one.standing === 'notYet' ? <div className="fs-clause-warning">{text('clause.notYet', { from: one.validFrom })}</div> : null}
            {one.text ? <p className="fs-said">{one.text}</p> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
