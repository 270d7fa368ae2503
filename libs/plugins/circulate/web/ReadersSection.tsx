import './circulate.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { type CasePartProps, dayTimeText, EmptyView, PersonName, StateView, useSession, useText } from '@fashen/ui';
import type { CirculationReply, CopyReason, Receipt } from '../model';
import { Comments } from './Comments';

/** Who got the case and has read it. Opening the case as its reader gives the receipt. */
export function ReadersSection({ caseId, view }: CasePartProps): ReactNode {
  const text = useText('circulate');
  const { api } = useSession();
  const queries = useQueryClient();
  const shown = useQuery({
    queryKey: ['case', caseId, 'readers', view.instance.revision],
    queryFn: ({ signal }) => api.get<CirculationReply>(`/cases/${caseId}/copies`, signal),
  });
  const isUnread = shown.data?.isUnread === true;
  useEffect(() => {
    if (!isUnread) return;
    const readAgain = (): void => {
      void queries.invalidateQueries({ queryKey: ['case', caseId, 'readers'] });
      void queries.invalidateQueries({ queryKey: ['/copies'] });
    };
    // A receipt that could not be sent is sent when the case is opened next.
    void api.post(`/cases/${caseId}/copies/reading`).then(readAgain, () => undefined);
  }, [api, caseId, isUnread, queries]);
  const receipts = shown.data?.receipts ?? [];
  return (
    <section className="fs-readers" aria-label={text('list.title')}>
      <header className="fs-card-head">
        <h2>{text('list.title')}</h2>
        <span className="fs-secondary">{receipts.length}</span>
      </header>
      <StateView state={shown} empty={receipts.length === 0 ? <EmptyView>{text('list.none')}</EmptyView> : undefined}>
        {() => (
          <ul className="fs-act-note">
            {receipts.map((receipt) => (
              <ReceiptLine key={receipt.id} receipt={receipt} />
            ))}
          </ul>
        )}
      </StateView>
      {shown.data ? <Comments caseId={caseId} reply={shown.data} hasEnded={view.instance.endedAt !== undefined} /> : null}
    </section>
  );
}

function ReceiptLine({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const text = useText('circulate');
  return (
    <li>
      <PersonName id={receipt.personId} name={receipt.personName} /> <span className="fs-tag">{text(`mode.${receipt.mode}`)}</span>{' '}
      {receipt.readAt === undefined ? text('list.unread') : text('list.read', { at: dayTimeText(receipt.readAt) })}
      {receipt.reasons.map((reason) => (
        <ReasonLine key={`${reason.source}-${reason.sentAt}`} reason={reason} />
      ))}
    </li>
  );
}

function ReasonLine({ reason }: { readonly reason: CopyReason }): ReactNode {
  const text = useText('circulate');
  return (
    <div className="fs-secondary">
      {text(`source.${reason.source}`, { name: reason.sentByName, at: dayTimeText(reason.sentAt) })} {reason.reason}
    </div>
  );
}
