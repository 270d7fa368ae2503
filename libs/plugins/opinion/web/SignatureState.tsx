import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayTimeText, HashBadge, SubmitFailure, useSession, useText } from '@fashen/ui';
import type { SignatureVerification } from '../model';

/** Says that an opinion is signed and, when asked, whether the signature still covers what is stored. */
export function SignatureState({ signatureId }: { readonly signatureId: string }): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const [isAsked, setIsAsked] = useState(false);
  const verified = useQuery({
    queryKey: ['signature', signatureId],
    queryFn: ({ signal }) => api.get<SignatureVerification>(`/signatures/${signatureId}/verification`, signal),
    enabled: isAsked,
    staleTime: 0,
  });
  const ask = (): void => {
    if (isAsked) void verified.refetch();
    setIsAsked(true);
  };
  return (
    <div className="fs-opinion-signature">
      <span className="fs-tag fs-tag-quiet">{text('verify.signed')}</span>{' '}
      <Button size="small" className="fs-no-print" loading={verified.isFetching} onClick={ask}>
        {text('verify.act')}
      </Button>
      <SubmitFailure error={verified.error} />
      <div role="status">{verified.data ? <Answer verified={verified.data} /> : null}</div>
    </div>
  );
}

function Answer({ verified }: { readonly verified: SignatureVerification }): ReactNode {
  const text = useText('opinion');
  const kitText = useText('ui');
  const { isCovered, uncovered, changedPaths, addedLater, signedAt, hash, method } = verified;
  const parts = uncovered.map((part) => text(`part.${part}`)).join(kitText('listMark'));
  return (
    <>
      <p className={isCovered ? 'fs-verified' : 'fs-problem'}>
        <span aria-hidden="true">{isCovered ? '✓ ' : '✕ '}</span>
        {isCovered ? text('verify.covered') : text('verify.uncovered', { parts })}
      </p>
      {changedPaths.length > 0 ? (
        <p className="fs-secondary">{text('verify.changed', { paths: changedPaths.join(kitText('listMark')) })}</p>
      ) : null}
      {addedLater.length > 0 ? <p className="fs-secondary">{text('verify.addedLater', { n: addedLater.length })}</p> : null}
      <p className="fs-secondary">
        {text('verify.when', { at: dayTimeText(signedAt), method: text(`method.${method}`) })}{' '}
        <HashBadge kind={text('sign.digest')} value={hash} />
      </p>
    </>
  );
}
