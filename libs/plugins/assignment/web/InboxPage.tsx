import './inbox.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PageHead, usePermission, useSession, useText } from '@fashen/ui';
import { INBOX_VIEWS, type InboxCounts, type InboxView } from '../model';
import { InboxList } from './InboxList';
import { COUNT_CAP, viewsOf } from './task-requests';

/** What I must do now: tabs with numbers, list on the left, the chosen task on the right. */
export function InboxPage(): ReactNode {
  const text = useText('assignment');
  const [search, setSearch] = useSearchParams();
  const { acting } = useSession();
  const counts = useCounts();
  const views = viewsOf(counts, acting !== undefined);
  const asked = INBOX_VIEWS.find((name) => name === search.get('view')) ?? 'assigned';
  // Before the numbers are there any tab may turn out to be one of the person's.
  const view = counts === undefined || views.includes(asked) ? asked : 'assigned';
  const wanted = search.get('text') ?? '';
  const change = (entries: Readonly<Record<string, string>>): void => {
    setSearch(
      Object.entries({ view, text: wanted, ...entries }).filter(([, value]) => value !== ''),
      { replace: true },
    );
  };
  const step = (by: number): void => {
    const next = views[views.indexOf(view) + by];
    if (next) change({ view: next });
  };

  return (
    <div className="fs-inbox">
      <PageHead title={text('inbox.title')} actions={<StartLink />} />
      <Tabs
        activeKey={view}
        onChange={(key) => change({ view: key })}
        items={views.map((name) => ({ key: name, label: <TabLabel view={name} counts={counts} /> }))}
      />
      <InboxList
        key={`${view}:${wanted}`}
        view={view}
        wanted={wanted}
        counts={counts}
        onSearch={(typed) => change({ text: typed })}
        onStep={step}
      />
    </div>
  );
}

function StartLink(): ReactNode {
  const text = useText('assignment');
  const navigate = useNavigate();
  const mayStart = usePermission('case.start');
  const { acting } = useSession();
  if (!mayStart || acting) return null;
  return (
    <Button type="primary" onClick={() => void navigate('/cases/new')}>
      {text('inbox.startCase')}
    </Button>
  );
}

function useCounts(): InboxCounts | undefined {
  const { api } = useSession();
  const counts = useQuery({
    queryKey: ['task-counts'],
    queryFn: ({ signal }) => api.get<InboxCounts>('/tasks/counts', signal),
    refetchInterval: 30_000,
  });
  return counts.data;
}

function TabLabel({ view, counts }: { readonly view: InboxView; readonly counts?: InboxCounts }): ReactNode {
  const text = useText('assignment');
  const count = counts?.[view];
  return (
    <span>
      {text(`inbox.${view}`)} <span className="fs-count">{count === undefined ? '' : count >= COUNT_CAP ? `${COUNT_CAP}+` : count}</span>
    </span>
  );
}
