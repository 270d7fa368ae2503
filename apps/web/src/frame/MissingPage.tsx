import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyView, PageHead, useText } from '@fashen/ui';

/** Shown for an address that leads nowhere. */
export function MissingPage(): ReactNode {
  const text = useText('web');
  return (
    <div className="fs-page">
      <PageHead title={text('missing.title')} />
      <EmptyView action={<Link to="/inbox">{text('missing.back')}</Link>}>{text('missing.note')}</EmptyView>
    </div>
  );
}
