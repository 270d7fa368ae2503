import './documents.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type CasePartProps, dayTimeText, EmptyView, HashBadge, PersonName, sizeText, StateView, useSession, useText } from '@fashen/ui';
import type { AttachmentList, AttachmentReply } from '../model';
import { categories } from './categories';
import { UploadBox } from './UploadBox';

/** The documents of a case by kind, with hash and download, and a place to add more. */
export function DocumentsPanel({ caseId, view }: CasePartProps): ReactNode {
  const text = useText('attachment');
  const { api } = useSession();
  const path = `/cases/${caseId}/attachments`;
  const query = useQuery({
    queryKey: [path, view.instance.revision],
    queryFn: ({ signal }) => api.get<AttachmentList>(path, signal),
    placeholderData: keepPreviousData,
  });
  const { items, mayAdd } = query.data ?? { items: [], mayAdd: false };
  const kinds = categories.filter((category) => items.some((item) => item.category === category));
  const state = { isPending: query.isPending, error: query.data ? undefined : query.error, refetch: query.refetch };
  return (
    <section className="fs-documents" aria-label={text('title')}>
      <header className="fs-card-head">
        <h2>{text('title')}</h2>
        <span className="fs-secondary">{text('count', { n: items.length })}</span>
      </header>
      {mayAdd ? <UploadBox caseId={caseId} /> : null}
      <StateView state={state} empty={items.length === 0 ? <EmptyView>{text('none')}</EmptyView> : undefined}>
        {() => (
          <>
            {kinds.map((category) => (
              <DocumentGroup
                key={category}
                name={text(`category.${category}`)}
                items={items.filter((item) => item.category === category)}
              />
            ))}
          </>
        )}
      </StateView>
    </section>
  );
}

function DocumentGroup({ name, items }: { readonly name: string; readonly items: readonly AttachmentReply[] }): ReactNode {
  const text = useText('attachment');
  return (
    <div className="fs-document-group">
      <h3>
        {name} <span className="fs-secondary">{items.length}</span>
      </h3>
      <ul>
        {items.map((item) => (
          <Document key={item.id} item={item} downloadText={text('download', { name: item.name })} />
        ))}
      </ul>
    </div>
  );
}

function Document({ item, downloadText }: { readonly item: AttachmentReply; readonly downloadText: string }): ReactNode {
  const { api } = useSession();
  return (
    <li className="fs-document">
      <a href={api.link(`/attachments/${item.id}/content`)} download={item.name} title={downloadText}>
        {item.name}
      </a>
      <div className="fs-secondary fs-document-facts">
        <span>{sizeText(item.size)}</span>
        <PersonName id={item.addedBy} name={item.addedByName} />
        <time dateTime={new Date(item.addedAt).toISOString()}>{dayTimeText(item.addedAt)}</time>
        <HashBadge kind="SM3" value={item.sm3} />
      </div>
    </li>
  );
}
