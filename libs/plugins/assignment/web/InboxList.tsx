import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  EmptyView,
  MoreButton,
  type PagedList,
  StateView,
  useGoesOn,
  useIsNarrow,
  useKeyShortcuts,
  usePagedList,
  useSession,
  useText,
  type WireTask,
} from '@fashen/ui';
import type { InboxCounts, InboxView } from '../model';
import { InboxPreview } from './InboxPreview';
import { refreshTasks } from './task-requests';
import { SelectionBar } from './SelectionBar';
import { TaskList } from './TaskList';
import { useSelection } from './use-selection';

/** Only one's own open work can be chosen for something. */
const SELECTABLE: readonly InboxView[] = ['assigned', 'claimable'];
const NONE: readonly WireTask[] = [];

interface InboxListProps {
  readonly view: InboxView;
  readonly wanted: string;
  readonly counts?: InboxCounts;
  readonly onSearch: (text: string) => void;
  readonly onStep: (by: number) => void;
}

/** The tasks of one tab, and the chosen one beside them. */
export function InboxList({ view, wanted, counts, onSearch, onStep }: InboxListProps): ReactNode {
  const text = useText('assignment');
  const queries = useQueryClient();
  const isNarrow = useIsNarrow(1000);
  const list = usePagedList<WireTask>('/tasks', { view, text: wanted, limit: 30 });
  const searchBox = useRef<InputRef>(null);
  const listBox = useRef<HTMLElement>(null);
  const { chosen, keep, choose, step, goOn } = useChosen(list, listBox);
  const selection = useSelection(useSelectable(view, list.items));
  const open = useOpenTask();
  useKeyShortcuts({
    j: () => step(1),
    k: () => step(-1),
    enter: () => (chosen ? open(chosen) : undefined),
    x: () => selection.toggle(chosen?.id),
    'shift+x': () => selection.extend(chosen?.id),
    '/': () => searchBox.current?.focus(),
    '[': () => onStep(-1),
    ']': () => onStep(1),
  });

  const { isPending, error, refetch } = list.query;
  const isEmpty = list.items.length === 0;
  return (
    <div className="fs-inbox-columns">
      <section ref={listBox} tabIndex={-1} className="fs-inbox-list fs-paper" aria-label={text(`inbox.${view}`)}>
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
        </div>
        <SelectionBar selection={selection} />
        <NewItems count={counts?.[view]} isReading={list.query.isFetching} onShow={() => refreshTasks(queries)} />
        <StateView
          state={{ isPending, refetch, error: isEmpty ? error : undefined }}
          empty={isEmpty ? <NothingThere view={view} wanted={wanted} onSearch={onSearch} /> : undefined}
        >
          {() => (
            <>
              <TaskList
                tasks={list.items}
                selection={selection}
                onChoose={isNarrow ? open : choose}
                onOpen={open}
                onStep={step}
                {...(chosen && !isNarrow && { chosenId: chosen.id })}
              />
              <MoreButton list={list} />
            </>
          )}
        </StateView>
      </section>
      {isNarrow ? null : <InboxPreview task={chosen} onOpen={open} onDone={goOn} onChanged={() => keep(chosen)} />}
    </div>
  );
}

interface Chosen {
  readonly chosen: WireTask | undefined;
  /** Keeps a task in sight when it leaves the list. */
  readonly keep: (task: WireTask | undefined) => void;
  readonly choose: (task: WireTask | undefined) => void;
  readonly step: (by: number) => void;
  /** To the next task, or to the list when there is none. */
  readonly goOn: () => void;
}

/** The task in sight. One that has just been claimed or done leaves the list; it stays in sight until another one is chosen. */
function useChosen(list: PagedList<WireTask>, listBox: RefObject<HTMLElement | null>): Chosen {
  const [kept, keep] = useState<WireTask>();
  const [goesOn] = useGoesOn();
  const chosen = list.items.find((task) => task.id === kept?.id) ?? kept ?? list.items[0];
  const at = list.items.findIndex((task) => task.id === chosen?.id);
  const choose = (task: WireTask | undefined): void => {
    if (!task) return;
    keep(task);
    document.getElementById(`fs-task-${task.id}`)?.focus();
  };
  const goOn = (): void => {
    if (!goesOn) return;
    const next = list.items[at + 1] ?? list.items[at - 1];
    if (next) choose(next);
    else listBox.current?.focus();
  };
  return { chosen, keep, choose, step: (by) => choose(list.items[at + by]), goOn };
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
