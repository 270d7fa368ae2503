import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { usePagedList, useText } from '@fashen/ui';
import { NoticeList } from './NoticeList';
import { NOTICES, useMarkRead, useUnread, type WireNotice } from './notice-requests';
import { useChanges } from './use-changes';

const SHOWN_MOST = 99;

/** The bell in the top bar: the number of unread notices, and the newest ones when it is opened. Also keeps the whole page up to date. */
export function Bell(): ReactNode {
  useChanges();
  const text = useText('notification');
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  const markRead = useMarkRead();
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        type="text"
        aria-label={text('bell.label', { n: unread })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Badge count={unread} overflowCount={SHOWN_MOST} size="small">
          <BellOutlined />
        </Badge>
      </Button>
      <span role="status" className="fs-hidden">
        {unread > 0 ? text('bell.label', { n: unread }) : ''}
      </span>
      <Drawer
        open={open}
        onClose={close}
        title={text('notices')}
        size={380}
        destroyOnHidden
        extra={
          <Button size="small" onClick={() => markRead.mutate(undefined)} disabled={unread === 0}>
            {text('notices.readAll')}
          </Button>
        }
        footer={
          <Link to="/notifications" onClick={close}>
            {text('notices.all')}
          </Link>
        }
      >
        <Newest onGo={close} />
      </Drawer>
    </>
  );
}

function Newest({ onGo }: { readonly onGo: () => void }): ReactNode {
  const text = useText('notification');
  const list = usePagedList<WireNotice>(NOTICES, { limit: 20 });
  return <NoticeList list={list} empty={text('notices.none')} onGo={onGo} />;
}
