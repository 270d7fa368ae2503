import { Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { dayTimeText, EmptyView, MoreButton, PageHead, StateView, usePagedList, useText } from '@fashen/ui';
import type { CopyReply } from '../model';

/** The cases I got to read. */
export function CopiesPage(): ReactNode {
  const text = useText('circulate');
  const [view, setView] = useState('unread');
  const items = [
    { key: 'unread', label: text('inbox.unread') },
    { key: 'read', label: text('inbox.readOnes') },
  ];
  return (
    <div className="fs-page">
      <PageHead title={text('inbox.tab')} />
      <Tabs activeKey={view} onChange={setView} items={items} />
      <CopyList key={view} view={view} />
    </div>
  );
}

function CopyList({ view }: { readonly view: string }): ReactNode {
  const text = useText('circulate');
  const list = usePagedList<CopyReply>('/copies', { view, limit: 30 });
  const { isPending, error, refetch } = list.query;
  const state = { isPending, error: list.items.length > 0 ? undefined : error, refetch };
  return (
    <div className="fs-paper">
      <StateView state={state} empty={list.items.length === 0 ? <EmptyView>{text(`inbox.none.${view}`)}</EmptyView> : undefined}>
        {() => (
          <>
            <ul className="fs-act-note">
              {list.items.map((copy) => (
                <CopyLine key={copy.id} copy={copy} />
              ))}
            </ul>
            <MoreButton list={list} />
          </>
        )}
      </StateView>
    </div>
  );
}

function CopyLine({ copy }: { readonly copy: CopyReply }): ReactNode {
  const text = useText('circulate');
  const from = { mode: text(`mode.${copy.mode}`), name: copy.sentByName, at: dayTimeText(copy.sentAt) };
  return (
    <li>
      <Link to={`/cases/${copy.instanceId}`}>{copy.title}</Link> <span className="fs-secondary">{copy.businessKey}</span>
      <div className="fs-secondary">
        {text('inbox.from', from)} {copy.reason} {copy.urged.count > 0 ? text('inbox.urged', { n: copy.urged.count }) : null}
      </div>
    </li>
  );
}
