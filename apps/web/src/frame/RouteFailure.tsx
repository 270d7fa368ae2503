import { type ReactNode, useEffect, useState } from 'react';
import { useRouteError } from 'react-router';
import { ErrorView, isMissingChunk, LoadingView, mayReload, PageHead, readClock, useText } from '@fashen/ui';

/** Shown when a page broke. If a new release replaced its files, the page is loaded again once by itself. */
export function RouteFailure(): ReactNode {
  const error = useRouteError();
  const text = useText('web');
  const [reloads] = useState(() => isMissingChunk(error) && mayReload(readClock().getTime()));
  useEffect(() => {
    if (reloads) location.reload();
  }, [reloads]);
  if (reloads) return <LoadingView />;
  return (
    <div className="fs-page">
      <PageHead title={text('failure.title')} />
      <ErrorView error={error} onRetry={() => location.reload()} />
    </div>
  );
}
