import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { ClauseChanges, ClauseProblem, PreviewReply } from '../model';

const CHANGES = ['added', 'changed', 'removed'] as const;

/** What was read from a table: problems by line, or what publishing it would change. */
export function ClausePreview({ preview }: { readonly preview: PreviewReply }): ReactNode {
  const text = useText('legal-basis');
  const { clauses, problems, basedOn, changes } = preview;
  return (
    <div className="fs-clause-preview">
      <h3>{text('import.preview')}</h3>
      {problems.length > 0 ? (
        <Problems problems={problems} />
      ) : (
        <>
          <p>{basedOn === 0 ? text('import.first') : text('import.against', { version: basedOn })}</p>
          <Changes changes={changes} />
          <p>{text('import.count', { n: clauses.length })}</p>
        </>
      )}
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly ClauseProblem[] }): ReactNode {
  const text = useText('legal-basis');
  return (
    <div role="alert" className="fs-clause-problems">
      <p>
        <span aria-hidden="true">✕ </span>
        {text('problems', { count: problems.length })}
      </p>
      <ul>
        {problems.map(({ line, code, field, text: quoted }, index) => (
          <li key={index}>
            {text('problem.line', { line })}
            {text(`problem.${code}`, { field: field === undefined ? '' : text(`field.${field}`) })}{' '}
            {quoted.trim() === '' ? null : <q>{quoted}</q>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Changes({ changes }: { readonly changes: ClauseChanges }): ReactNode {
  const text = useText('legal-basis');
  const kitText = useText('ui');
  const found = CHANGES.filter((kind) => changes[kind].length > 0);
  if (found.length === 0) return <p>{text('import.same')}</p>;
  return (
    <dl className="fs-clause-changes">
      {found.map((kind) => (
        <div key={kind}>
          <dt className={kind === 'removed' ? 'fs-clause-removed' : undefined}>
            {text(`change.${kind}`)} ({changes[kind].length})
          </dt>
          <dd>{changes[kind].join(kitText('listMark'))}</dd>
        </div>
      ))}
    </dl>
  );
}
