import type { ReactNode } from 'react';
import { HashBadge, useText } from '@fashen/ui';
import type { WantedSignature } from '../model';

/** The words that are about to be signed, and the digest of everything. */
export function SignedWords({ wanted: { content, hash } }: { readonly wanted: WantedSignature }): ReactNode {
  const text = useText('opinion');
  const kitText = useText('ui');
  const { opinion, data } = content;
  return (
    <blockquote className="fs-signed-words">
      <p>{opinion.text}</p>
      {opinion.clauses.length > 0 ? (
        <p className="fs-secondary">{text('sign.clauses', { clauses: opinion.clauses.join(kitText('listMark')) })}</p>
      ) : null}
      <p className="fs-secondary">
        {text('sign.answers', { n: answersIn(data) })} <HashBadge kind={text('sign.digest')} value={hash} />
      </p>
    </blockquote>
  );
}

/** Answers to questions, however deep the groups are in which they stand. */
function answersIn(data: unknown): number {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 1;
  return Object.values(data).reduce((sum: number, value) => sum + answersIn(value), 0);
}
