import { Button, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { PageHead, usePagedList, useText } from '@fashen/ui';
import { NoticeList } from './NoticeList';
import { NOTICES, useMarkRead, useUnread, type WireNotice } from './notice-requests';

/** All notices of a person. */
export function NoticesPage(): ReactNode {
  const text = useText('notification');
  const [unreadOnly, setUnreadOnly] = useState(false);
  const list = usePagedList<WireNotice>(NOTICES, unreadOnly ? { unread: 'true' } : {});
  const markRead = useMarkRead();
  const unread = useUnread();
  return (
    <div className="fs-page">
      <PageHead
        title={text('notices')}
        actions={
          <>
            <label>
              <Switch checked={unreadOnly} onChange={setUnreadOnly} aria-label={text('notices.unreadOnly')} /> {text('notices.unreadOnly')}
            </label>
            <Button onClick={() => markRead.mutate(undefined)} disabled={unread === 0} loading={markRead.isPending}>
              {text('notices.readAll')}
            </Button>
          </>
        }
      />
      <div className="fs-paper">
        <NoticeList list={list} empty={text(unreadOnly ? 'notices.noneUnread' : 'notices.none')} />
      </div>
    </div>
  );
}
