import { Button } from 'antd';
import type { ReactNode } from 'react';
import { asApiError } from '../api-error';
import { useErrorText } from '../error-text';
import { useText } from '../texts';
import { CopyText } from './CopyText';

/**
 * Says why something was not accepted, beside the button that sent it. What was typed stays. The request id is shown for faults of ours, which the operators must look up.
 * When somebody else was faster it offers to read again, which is the person's choice because the form then goes away.
 */
export function SubmitFailure({ error, onStale }: { readonly error: unknown; readonly onStale?: () => void }): ReactNode {
  const text = useText('ui');
  const errorText = useErrorText();
  if (!error) return null;
  const failure = asApiError(error);
  return (
    <div role="alert" className="fs-submit-failure">
      <p>
        <span aria-hidden="true">✕ </span>
        {errorText(failure)}
      </p>
      {failure.requestId && failure.status >= 500 ? (
        <p className="fs-secondary">
          {text('state.requestId')} <CopyText value={failure.requestId} />
        </p>
      ) : null}
      {failure.status === 409 && onStale ? <Button onClick={onStale}>{text('refresh')}</Button> : null}
    </div>
  );
}
