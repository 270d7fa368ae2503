import { Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { type ApiError, asApiError } from '../api-error';
import { useErrorText } from '../error-text';
import { useText } from '../texts';
import { CopyText } from './CopyText';

/** Shown while something is read: nothing for a moment, then a skeleton, after three seconds words. */
export function LoadingView({ rows = 4 }: { readonly rows?: number }): ReactNode {
  const text = useText('ui');
  const [age, setAge] = useState<'new' | 'shown' | 'slow'>('new');
  useEffect(() => {
    const show = setTimeout(() => setAge('shown'), 150);
    const slow = setTimeout(() => setAge('slow'), 3000);
    return () => {
      clearTimeout(show);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div className="fs-state" role="status" aria-busy="true">
      <span className="fs-hidden">{text('state.loading')}</span>
      {age === 'new' ? null : <Skeleton active={false} title={false} paragraph={{ rows }} />}
      {age === 'slow' ? <p className="fs-secondary">{text('state.slow')}</p> : null}
    </div>
  );
}

/** Shown when there is nothing, and why that is so. */
export function EmptyView({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }): ReactNode {
  return (
    <div className="fs-state fs-empty">
      <svg width="64" height="48" viewBox="0 0 64 48" aria-hidden="true">
        <path d="M10 6h44v36H10z" fill="#fff" stroke="#8c8c8c" strokeWidth="2" />
        <path d="M18 16h28M18 24h28M18 32h16" stroke="#bfbfbf" strokeWidth="2" />
      </svg>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Says what failed, what to do, and the number to give to the operators. */
export function ErrorView({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const text = useText('ui');
  const errorText = useErrorText();
  const failure = asApiError(error);
  return (
    <div className="fs-state fs-error" role="alert">
      <p className="fs-error-text">
        <span aria-hidden="true">✕ </span>
        {errorText(failure)}
      </p>
      <p className="fs-secondary">{text(adviceKey(failure))}</p>
      {failure.requestId ? (
        <p className="fs-secondary">
          {text('state.requestId')} <CopyText value={failure.requestId} />
        </p>
      ) : null}
      {onRetry ? <Button onClick={onRetry}>{text('retry')}</Button> : null}
    </div>
  );
}

function adviceKey(error: ApiError): string {
  if (error.status === 0) return 'state.adviceOffline';
  if (error.status === 403) return 'state.adviceForbidden';
  if (error.status === 404) return 'state.adviceMissing';
  if (error.status === 409) return 'state.adviceConflict';
  if (error.status >= 500) return 'state.adviceServer';
  return 'state.adviceOther';
}

/** What a query looks like to a `StateView`. */
export interface ReadState {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** The states every panel has: being read, failed, empty, there. Rows read earlier stay while a later read fails. */
export function StateView(props: {
  readonly state: ReadState;
  readonly empty?: ReactNode;
  readonly rows?: number;
  readonly children: () => ReactNode;
}): ReactNode {
  const { state, empty, rows, children } = props;
  if (state.isPending) return <LoadingView rows={rows} />;
  if (state.error) return <ErrorView error={state.error} onRetry={() => void state.refetch()} />;
  return empty ?? children();
}
