import type { ReactNode } from 'react';
import { dayTimeText, HashBadge, PersonName, useText } from '@fashen/ui';
import type { OpinionView as Opinion } from '../model';
import { isPassing } from './review-form.rules';

/** One opinion as it was handed in: conclusion, text, items that were not in order, and the draft it is bound to. */
export function OpinionView({ opinion, presentHash }: { readonly opinion: Opinion; readonly presentHash?: string }): ReactNode {
  const text = useText('legal-review');
  const noted = opinion.checklist.filter((answer) => answer.result !== 'OK' && answer.result !== 'NA');
  const isStale = presentHash !== undefined && presentHash !== opinion.draftHash;
  return (
    <article className="fs-opinion">
      <header>
        <span className={`fs-tag ${lookOf(opinion).tag}`}>
          {lookOf(opinion).mark} {text(`opinion.${opinion.code}`)}
        </span>
        <span>{text('opinion.round', { n: opinion.round })}</span>
        <span className="fs-secondary">
          <PersonName id={opinion.reviewerId} name={opinion.reviewerName} /> · {dayTimeText(opinion.at)}
        </span>
      </header>
      <p className="fs-opinion-text">{opinion.text}</p>
      {noted.length > 0 ? (
        <ul>
          {noted.map((answer) => (
            <li key={answer.code}>
              {text('opinion.item', {
                item: text(`checklist.${answer.code}`),
                result: text(`result.${answer.result}`),
                note: answer.note,
              })}
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

/** A passing opinion that is not signed yet is neither good nor bad. */
function lookOf(opinion: Opinion): { readonly tag: string; readonly mark: string } {
  if (opinion.passed) return { tag: 'fs-tag-good', mark: '✓' };
  if (isPassing(opinion.code) && opinion.signatureAgrees === undefined) return { tag: 'fs-tag-quiet', mark: '…' };
  return { tag: 'fs-tag-bad', mark: '↺' };
}

/** Who signed the opinion or refused to, and who disputes it. */
function Signature({ opinion }: { readonly opinion: Opinion }): ReactNode {
  const text = useText('legal-review');
  const signed = opinion.signedAt && {
    name: opinion.signedByName,
    at: dayTimeText(opinion.signedAt),
    comment: opinion.signatureComment,
  };
  const disputed = opinion.disputedAt && {
    name: opinion.disputedByName,
    at: dayTimeText(opinion.disputedAt),
    reason: opinion.disputeReason,
  };
  const key = opinion.signatureAgrees === false ? 'opinion.signedAgainst' : 'opinion.signed';
  return (
    <>
      <p className="fs-secondary">{signed ? text(key, signed) : text('opinion.unsigned')}</p>
      {disputed ? <p>{text('opinion.disputed', disputed)}</p> : null}
    </>
  );
}
