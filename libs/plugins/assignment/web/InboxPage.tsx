import './inbox.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, type InputRef, Tabs } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import {
  EmptyView,
  MoreButton,
  PageHead,
  StateView,
  useIsNarrow,
  usePagedList,
  usePart,
  usePermission,
  useSession,
  useText,
  type WireTask,
} from '@fashen/ui';
import { ShortcutHelp } from './ShortcutHelp';
import { COUNT_CAP, type InboxView, inboxViews, refreshTasks, type TaskCounts, useHolding } from './task-requests';
import { SelectionBar } from './SelectionBar';
import { TaskList } from './TaskList';
import { useKeyShortcuts, useLetterKeys } from './use-key-shortcuts';
import { useSelection } from './use-selection';

/** What is done cannot be chosen for anything. */
const NONE: readonly WireTask[] = [];

/** What I must do now: tabs with numbers, list on the left, the chosen task on the right. */
export function InboxPage(): ReactNode {
  const text = useText('assignment');
  const [search, setSearch] = useSearchParams();
  const view = inboxViews.find((name) => name === search.get('view')) ?? 'assigned';
  const wanted = search.get('text') ?? '';
  const counts = useCounts();
  const change = (entries: Readonly<Record<string, string>>): void => {
    setSearch(
      Object.entries({ view, text: wanted, ...entries }).filter(([, value]) => value !== ''),
      { replace: true },
    );
  };
  const step = (by: number): void => {
    const next = inboxViews[inboxViews.indexOf(view) + by];
    if (next) change({ view: next });
  };

  return (
    <div className="fs-inbox">
      <PageHead title={text('inbox.title')} actions={<StartLink />} />
      <Tabs
        activeKey={view}
        onChange={(key) => change({ view: key })}
        items={inboxViews.map((name) => ({ key: name, label: <TabLabel view={name} counts={counts} /> }))}
      />
      <InboxView
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
  if (!mayStart) return null;
  return (
    <Button type="primary" onClick={() => void navigate('/cases/new')}>
      {text('inbox.startCase')}
    </Button>
  );
}

function useCounts(): TaskCounts | undefined {
  const { api } = useSession();
  const counts = useQuery({
    queryKey: ['task-counts'],
    queryFn: ({ signal }) => api.get<TaskCounts>('/tasks/counts', signal),
    refetchInterval: 30_000,
  });
  return counts.data;
}

function TabLabel({ view, counts }: { readonly view: InboxView; readonly counts?: TaskCounts }): ReactNode {
  const text = useText('assignment');
  const count = counts?.[view];
  return (
    <span>
      {text(`inbox.${view}`)} <span className="fs-count">{count === undefined ? '' : count >= COUNT_CAP ? `${COUNT_CAP}+` : count}</span>
    </span>
  );
}

interface InboxViewProps {
  readonly view: InboxView;
  readonly wanted: string;
  readonly counts?: TaskCounts;
  readonly onSearch: (text: string) => void;
  readonly onStep: (by: number) => void;
}

function InboxView({ view, wanted, counts, onSearch, onStep }: InboxViewProps): ReactNode {
  const text = useText('assignment');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isNarrow = useIsNarrow(1000);
  const list = usePagedList<WireTask>('/tasks', { view, text: wanted, limit: 30 });
  const [kept, setKept] = useState<WireTask>();
  const searchBox = useRef<InputRef>(null);
  const claim = useHolding('claim');
  const [lettersOn, setLettersOn] = useLetterKeys();
  // A task that has just been claimed or done leaves the list; it stays in sight until another one is chosen.
  const chosen = list.items.find((task) => task.id === kept?.id) ?? kept ?? list.items[0];
  const selection = useSelection(view === 'done' ? NONE : list.items);
  const at = list.items.findIndex((task) => task.id === chosen?.id);
  const open = (task: WireTask): void => void navigate(`/cases/${task.instanceId}?task=${task.id}`);
  const choose = (task: WireTask | undefined): void => {
    if (!task) return;
    setKept(task);
    document.getElementById(`fs-task-${task.id}`)?.focus();
  };
  const claimChosen = (): void => {
    if (chosen?.state !== 'READY') return;
    setKept(chosen);
    claim.mutate(chosen.id);
  };
  useKeyShortcuts(lettersOn, {
    j: () => choose(list.items[at + 1]),
    k: () => choose(list.items[at - 1]),
    enter: () => (chosen ? open(chosen) : undefined),
    c: claimChosen,
    x: () => selection.toggle(chosen?.id),
    'shift+x': () => selection.extend(chosen?.id),
    '/': () => searchBox.current?.focus(),
    '[': () => onStep(-1),
    ']': () => onStep(1),
  });

  const state = {
    isPending: list.query.isPending,
    error: list.items.length > 0 ? undefined : list.query.error,
    refetch: list.query.refetch,
  };
  return (
    <div className="fs-inbox-columns">
      <section className="fs-inbox-list fs-paper" aria-label={text(`inbox.${view}`)}>
        <div className="fs-inbox-tools">
          <Input.Search
            ref={searchBox}
            type="search"
            defaultValue={wanted}
            onSearch={onSearch}
            placeholder={text('inbox.search')}
            aria-label={text('inbox.search')}
          />
          {selection.isOffered && !selection.isOn ? <Button onClick={selection.start}>{text('selection.start')}</Button> : null}
          <ShortcutHelp isOn={lettersOn} onChange={setLettersOn} />
        </div>
        <SelectionBar selection={selection} />
        <NewItems count={counts?.[view]} isReading={list.query.isFetching} onShow={() => refreshTasks(queries)} />
        <StateView
          state={state}
          empty={list.items.length === 0 ? <NothingThere view={view} wanted={wanted} onSearch={onSearch} /> : undefined}
        >
          {() => (
            <>
              <TaskList
                tasks={list.items}
                selection={selection}
                onChoose={(task) => (isNarrow ? open(task) : choose(task))}
                {...(chosen && !isNarrow && { chosenId: chosen.id })}
              />
              <MoreButton list={list} />
            </>
          )}
        </StateView>
      </section>
      {isNarrow ? null : <Preview task={chosen} onChanged={() => setKept(chosen)} />}
    </div>
  );
}

/** Says that there is something new, and leaves it to the person to show it: rows never move under the cursor. */
function NewItems(props: { readonly count?: number; readonly isReading: boolean; readonly onShow: () => void }): ReactNode {
  const text = useText('assignment');
  const [known, setKnown] = useState(props.count);
  useEffect(() => {
    if (props.isReading || known === undefined || (props.count ?? known) < known) setKnown(props.count);
  }, [props.isReading, props.count, known]);
  const fresh = (props.count ?? 0) - (known ?? props.count ?? 0);
  if (fresh <= 0) return null;
  return (
    <div className="fs-notice" role="status">
      {text('inbox.fresh', { n: fresh })}{' '}
      <Button size="small" type="link" onClick={props.onShow}>
        {text('inbox.showFresh')}
      </Button>
    </div>
  );
}

function NothingThere({ view, wanted, onSearch }: Pick<InboxViewProps, 'view' | 'wanted' | 'onSearch'>): ReactNode {
  const text = useText('assignment');
  if (!wanted) return <EmptyView>{text(`inbox.none.${view}`)}</EmptyView>;
  return (
    <EmptyView action={<Button onClick={() => onSearch('')}>{text('inbox.clearSearch')}</Button>}>
      {text('inbox.noneFound', { text: wanted })}
    </EmptyView>
  );
}

function Preview({ task, onChanged }: { readonly task?: WireTask; readonly onChanged: () => void }): ReactNode {
  const text = useText('assignment');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const ActPanel = usePart('actPanel');
  if (!task || !ActPanel) {
    return (
      <section className="fs-inbox-preview fs-paper" aria-label={text('inbox.preview')}>
        <p className="fs-preview-none">{text('inbox.previewNone')}</p>
      </section>
    );
  }
  return (
    <section className="fs-inbox-preview fs-paper" aria-label={text('inbox.preview')}>
      <header className="fs-preview-head">
        <div>
          <h2 className="fs-two-lines" title={task.title}>
            {task.title}
          </h2>
          <span className="fs-secondary">
            {task.businessKey} · {task.nodeName}
          </span>
        </div>
        <Button onClick={() => void navigate(`/cases/${task.instanceId}?task=${task.id}`)}>{text('inbox.openCase')}</Button>
      </header>
      <ActPanel
        key={task.id}
        taskId={task.id}
        onChanged={() => {
          onChanged();
          refreshTasks(queries);
        }}
      />
    </section>
  );
}
