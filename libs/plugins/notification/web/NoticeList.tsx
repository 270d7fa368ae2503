import './notice.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyView, momentText, MoreButton, type PagedList, StateView, useMinute, useText } from '@fashen/ui';
import { useMarkRead, type WireNotice } from './notice-requests';

/** Notices, newest first. The text leads to the case and marks the notice as read. */
export function NoticeList(props: { readonly list: PagedList<WireNotice>; readonly empty: string; readonly onGo?: () => void }): ReactNode {
  const { list, empty, onGo } = props;
  const { items, query } = list;
  const state = { isPending: query.isPending, error: items.length > 0 ? undefined : query.error, refetch: query.refetch };
  return (
    <StateView state={state} empty={items.length === 0 ? <EmptyView>{empty}</EmptyView> : undefined}>
      {() => (
        <>
          <ul className="fs-notices">
            {items.map((notice) => (
              <li key={notice.id} className={notice.readAt ? undefined : 'fs-notice-unread'}>
                <NoticeLine notice={notice} onGo={onGo} />
              </li>
            ))}
          </ul>
          <MoreButton list={list} />
        </>
      )}
    </StateView>
  );
}

function NoticeLine({ notice, onGo }: { readonly notice: WireNotice; readonly onGo?: () => void }): ReactNode {
  const text = useText('notification');
  const now = useMinute();
  const markRead = useMarkRead();
  const { id, kind, params, instanceId, taskId, readAt, createdAt } = notice;
  const sentence = text(`notice.${kind}`, params);
  const go = (): void => {
    if (!readAt) markRead.mutate(id);
    onGo?.();
  };
  return (
    <>
      {instanceId ? (
        <Link to={`/cases/${instanceId}${taskId ? `?task=${taskId}` : ''}`} onClick={go}>
          {sentence}
        </Link>
      ) : (
        <span>{sentence}</span>
      )}
      <span className="fs-secondary fs-notice-foot">
        {momentText(createdAt, now)}
        {readAt ? null : (
          <>
            <strong>{text('notices.unread')}</strong>
            <Button size="small" type="link" onClick={() => markRead.mutate(id)} aria-label={`${text('notices.read')} ${sentence}`}>
              {text('notices.read')}
            </Button>
          </>
        )}
      </span>
    </>
  );
}
