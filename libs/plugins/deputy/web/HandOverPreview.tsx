import type { ReactNode } from 'react';
import { EmptyView, useText } from '@fashen/ui';
import type { HandOverReply } from '../model';
import { HandOverItems } from './HandOverItems';
import { exceptionsOf, othersOf } from './hand-over.rules';

/** What will go over and what will not, and why; exceptions first. It was all done on the server, and taken back. */
export function HandOverPreview({ reply }: { readonly reply: HandOverReply }): ReactNode {
  const text = useText('deputy');
  const [exceptions, others] = [exceptionsOf(reply.items), othersOf(reply.items)];
  if (reply.total === 0) return <EmptyView>{text('handOver.empty')}</EmptyView>;
  return (
    <div aria-live="polite">
      <p>{text(exceptions.length === 0 ? 'handOver.sumAll' : 'handOver.sum', { total: reply.total, n: exceptions.length })}</p>
      {exceptions.length > 0 ? (
        <>
          <p className="fs-notice fs-notice-warning">{text('handOver.exceptionsExplain')}</p>
          <h3>{text('handOver.exceptions', { n: exceptions.length })}</h3>
          <HandOverItems items={exceptions} isPreview />
        </>
      ) : null}
      <h3>{text('handOver.list', { n: others.length })}</h3>
      <HandOverItems items={others} isPreview />
    </div>
  );
}
