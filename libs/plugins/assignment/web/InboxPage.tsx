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
  usePermission,
  useSession,
  useText,
  type WireTask,
} from '@fashen/ui';
import { INBOX_VIEWS, type InboxCounts, type InboxView } from '../model';
import { InboxPreview } from './InboxPreview';
import { ShortcutHelp } from './ShortcutHelp';
import { COUNT_CAP, refreshTasks, useHolding, viewsOf } from './task-requests';
import { SelectionBar } from './SelectionBar';
import { TaskList } from './TaskList';
import { useKeyShortcuts, useLetterKeys } from './use-key-shortcuts';
import { useSelection } from './use-selection';

/** Only one's own open work can be chosen for something. */
const SELECTABLE: readonly InboxView[] = ['assigned', 'claimable'];
const NONE: readonly WireTask[] = [];

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

/** Opens the case of a task; of a task of somebody for whom one may act, as the deputy. */
function useOpenTask(): (task: WireTask) => void {
  const navigate = useNavigate();
  const { actFor } = useSession();
  return ({ id, instanceId, onBehalfOf }) => {
    const path = `/cases/${instanceId}?task=${id}`;
    if (onBehalfOf) actFor(onBehalfOf, path);
    else void navigate(path);
  };
}

/** The rows that may be chosen for something. */
function useSelectable(view: InboxView, tasks: readonly WireTask[]): readonly WireTask[] {
  const { acting } = useSession();
  return SELECTABLE.includes(view) && !acting ? tasks : NONE;
}

interface InboxListProps {
  readonly view: InboxView;
  readonly wanted: string;
  readonly counts?: InboxCounts;
  readonly onSearch: (text: string) => void;
  readonly onStep: (by: number) => void;
}

function InboxList({ view, wanted, counts, onSearch, onStep }: InboxListProps): ReactNode {
  const text = useText('assignment');
  const queries = useQueryClient();
  const isNarrow = useIsNarrow(1000);
  const list = usePagedList<WireTask>('/tasks', { view, text: wanted, limit: 30 });
  const [kept, setKept] = useState<WireTask>();
  const searchBox = useRef<InputRef>(null);
  const claim = useHolding('claim');
  const [lettersOn, setLettersOn] = useLetterKeys();
  // A task that has just been claimed or done leaves the list; it stays in sight until another one is chosen.
  const chosen = list.items.find((task) => task.id === kept?.id) ?? kept ?? list.items[0];
  const selection = useSelection(useSelectable(view, list.items));
  const at = list.items.findIndex((task) => task.id === chosen?.id);
  const open = useOpenTask();
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
      {isNarrow ? null : <InboxPreview task={chosen} onOpen={open} onChanged={() => setKept(chosen)} />}
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

function NothingThere({ view, wanted, onSearch }: Pick<InboxListProps, 'view' | 'wanted' | 'onSearch'>): ReactNode {
  const text = useText('assignment');
  if (!wanted) return <EmptyView>{text(`inbox.none.${view}`)}</EmptyView>;
  return (
    <EmptyView action={<Button onClick={() => onSearch('')}>{text('inbox.clearSearch')}</Button>}>
      {text('inbox.noneFound', { text: wanted })}
    </EmptyView>
  );
}
