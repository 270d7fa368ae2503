import type { ReactNode } from 'react';
import { dayTimeText, HashBadge, PersonName, useText } from '@fashen/ui';
import type { OpinionView as Opinion } from '../model';

/** One opinion as it was handed in: conclusion, text, items that were not in order, and the draft it is bound to. */
export function OpinionView({ opinion, presentHash }: { readonly opinion: Opinion; readonly presentHash?: string }): ReactNode {
  const text = useText('legal-review');
  const noted = opinion.checklist.filter((answer) => answer.result !== 'OK' && answer.result !== 'NA');
  const isStale = presentHash !== undefined && presentHash !== opinion.draftHash;
  return (
    <article className="fs-opinion">
      <header>
        <span className={`fs-tag ${opinion.passes ? 'fs-tag-good' : 'fs-tag-bad'}`}>
          {opinion.passes ? '✓' : '↺'} {text(`opinion.${opinion.code}`)}
        </span>
        <span>{text('opinion.round', { n: opinion.round })}</span>
        <span className="fs-secondary">
          <PersonName id={opinion.reviewerId} name={opinion.reviewerName} /> · {dayTimeText(opinion.givenAt)}
        </span>
      </header>
      <p className="fs-opinion-text">{opinion.text}</p>
      {noted.length > 0 ? (
        <ul>
          {noted.map((answer) => (
            <li key={answer.code}>
              {answer.code} {text(`result.${answer.result}`)}：{answer.note}
            </li>
          ))}
        </ul>
      ) : null}
      {opinion.citations.length > 0 ? (
        <p className="fs-secondary">{text('opinion.citations', { list: opinion.citations.join('；') })}</p>
      ) : null}
      <Signature opinion={opinion} />
      <p className={isStale ? 'fs-problem' : 'fs-secondary'}>
        <HashBadge kind={text('opinion.draftHash')} value={opinion.draftHash} />{' '}
        {presentHash ? text(isStale ? 'opinion.stale' : 'opinion.fits') : ''}
      </p>
    </article>
  );
}

/** Who signed the opinion or refused to, and who disputes it. */
function Signature({ opinion }: { readonly opinion: Opinion }): ReactNode {
  const text = useText('legal-review');
  const { signature, dispute } = opinion;
  return (
    <>
      <p className="fs-secondary">
        {signature
          ? text(signature.agrees ? 'opinion.signed' : 'opinion.signedAgainst', {
              name: signature.signerName,
              at: dayTimeText(signature.signedAt),
              comment: signature.comment,
            })
          : text('opinion.unsigned')}
      </p>
      {dispute ? <p>{text('opinion.disputed', { name: dispute.byName, at: dayTimeText(dispute.at), reason: dispute.reason })}</p> : null}
    </>
  );
}
