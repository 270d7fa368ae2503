import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, type RefObject, Suspense, useEffect, useRef } from 'react';
import {
  type ActPanelProps,
  Candidates,
  DeadlineLight,
  dayTimeText,
  EmptyView,
  LoadingView,
  PersonName,
  StateView,
  SubmitFailure,
  useHasText,
  useHolderId,
  useKeyShortcuts,
  usePart,
  useSession,
  useTaskForm,
  useText,
  type WireCase,
  type WireMovedTo,
  type WireTask,
  type WireTaskDetail,
} from '@fashen/ui';
import { TaskActions } from './TaskActions';
import { useHolding } from './task-requests';
import { useTellDone } from './use-tell-done';

/** One task: claim it, do it, put it back, or learn why one may not. */
export function ActPanel({ taskId, onDone, onChanged }: ActPanelProps): ReactNode {
  const { api } = useSession();
  const task = useQuery({ queryKey: ['task', taskId], queryFn: ({ signal }) => api.get<WireTaskDetail>(`/tasks/${taskId}`, signal) });
  const tellDone = useTellDone();
  const box = useRef<HTMLDivElement>(null);
  useFocusOnClaim(box, task.data);
  useKeyShortcuts({ e: () => focusOnFirstField(box.current) });
  const readAgain = (): void => {
    onChanged();
    void task.refetch();
  };
  const done = (detail: WireTaskDetail): void => {
    box.current?.focus();
    void tellDone(detail);
    readAgain();
    onDone?.();
  };
  const operated = (): void => {
    box.current?.focus();
    readAgain();
  };
  const acts = { onDone: done, onChanged, onStale: readAgain, onOperated: operated };
  return (
    <div ref={box} tabIndex={-1} className="fs-act" role="group" aria-label={task.data?.nodeName} onKeyDown={submitByKey}>
      <StateView state={task} rows={6}>
        {() => (task.data ? <Panel task={task.data} {...acts} /> : null)}
      </StateView>
    </div>
  );
}

/** Ctrl+Enter is the main button of the panel, wherever in it somebody types. */
function submitByKey(event: KeyboardEvent<HTMLDivElement>): void {
  const isAsked = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
  if (!isAsked || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>('.ant-btn-primary:not(:disabled)')?.click();
}

/** Who claims a task wants to do it: the keyboard goes on in the panel, wherever it was claimed. */
function useFocusOnClaim(box: RefObject<HTMLDivElement | null>, task: WireTaskDetail | undefined): void {
  const wasClaimable = useRef(false);
  useEffect(() => {
    if (!task) return;
    if (wasClaimable.current && task.mayComplete) box.current?.focus();
    wasClaimable.current = task.mayClaim && !task.mayComplete;
  }, [box, task]);
}

/** The first thing in the panel to fill in; without any, the panel. */
function focusOnFirstField(panel: HTMLElement | null): void {
  const field = panel?.querySelector<HTMLElement>('input:not([type=hidden]):not(:disabled), textarea:not(:disabled), [role=combobox]');
  (field ?? panel)?.focus();
}

/** The names of who holds or ended a task stand in its case. */
function useNames(task: WireTaskDetail): Pick<WireTask, 'assigneeName' | 'endedByName'> {
  const { api } = useSession();
  const view = useQuery({
    queryKey: ['case', task.instanceId],
    queryFn: ({ signal }) => api.get<WireCase>(`/cases/${task.instanceId}`, signal),
  });
  const known = view.data?.tasks.find((candidate) => candidate.id === task.id);
  const isBehind = known !== undefined && known.rowVersion < task.rowVersion;
  const { refetch } = view;
  useEffect(() => {
    if (isBehind) void refetch();
  }, [isBehind, refetch]);
  return known ?? task;
}

interface PanelProps {
  readonly task: WireTaskDetail;
  readonly onDone: (task: WireTaskDetail) => void;
  readonly onChanged: () => void;
  readonly onStale: () => void;
}

function Panel({ onOperated, ...props }: PanelProps & { readonly onOperated: () => void }): ReactNode {
  return (
    <>
      <TaskView {...props} />
      <TaskActions task={props.task} onDone={onOperated} />
    </>
  );
}

function TaskView(props: PanelProps): ReactNode {
  const { task } = props;
  const holderId = useHolderId();
  const Standing = usePart('taskStanding');
  const standing = Standing ? (
    <Suspense fallback={null}>
      <Standing task={task} />
    </Suspense>
  ) : null;
  if (task.endedAt) return withStanding(<Ended task={task} />, standing);
  if (task.movedTo) return withStanding(<Moved task={task} to={task.movedTo} />, standing);
  if (task.mayComplete) return <Doing {...props} />;
  if (task.mayClaim) return <Claiming {...props} />;
  return withStanding(<Refused task={task} isMine={task.assigneeId === holderId} />, standing);
}

function withStanding(note: ReactNode, standing: ReactNode): ReactNode {
  return (
    <>
      {note}
      {standing}
    </>
  );
}

function Ended({ task }: { readonly task: WireTaskDetail }): ReactNode {
  const text = useText('assignment');
  const { endedByName } = useNames(task);
  const ended = text(task.state === 'CANCELLED' ? 'act.cancelled' : 'act.ended', {
    step: task.nodeName,
    at: task.endedAt ? dayTimeText(task.endedAt) : '',
  });
  return (
    <div className="fs-act-note">
      <p>{ended}</p>
      {task.endedBy ? (
        <p className="fs-secondary">
          {text('act.by')} <PersonName id={task.endedBy} name={endedByName} />
        </p>
      ) : null}
    </div>
  );
}

/** It would be one's own work, but a deputy does it. */
function Moved({ task, to }: { readonly task: WireTask; readonly to: WireMovedTo }): ReactNode {
  const text = useText('assignment');
  return (
    <div className="fs-act-note">
      <p>{text('act.movedTo', { step: task.nodeName, name: to.name, until: dayTimeText(to.until) })}</p>
      <p className="fs-secondary">{text('act.movedBack')}</p>
      <DeadlineLight dueAt={task.dueAt} />
    </div>
  );
}

function Claiming({ task, onChanged, onStale }: PanelProps): ReactNode {
  const text = useText('assignment');
  const claim = useHolding('claim');
  const take = (): void => claim.mutate(task.id, { onSuccess: onChanged });
  useKeyShortcuts({ c: take });
  return (
    <div className="fs-act-note">
      <p>{text('act.claimable', { step: task.nodeName })}</p>
      <p className="fs-secondary">
        {text('act.candidates')} <Candidates principals={task.candidates} />
      </p>
      <DeadlineLight dueAt={task.dueAt} task={task} />
      <SubmitFailure error={claim.error} onStale={onStale} />
      <Button type="primary" loading={claim.isPending} onClick={take}>
        {text('act.claim')}
      </Button>
    </div>
  );
}

function wordsFor({ assigneeId, mark, panel }: WireTaskDetail, isMine: boolean): string {
  if (isMine) return 'act.mineRefused';
  if (mark === 'seats') return panel === 'part' ? 'act.ofEach' : 'act.ofSeveral';
  return assigneeId ? 'act.heldBy' : 'act.offeredTo';
}

/** Reasons that only repeat what the panel says anyway. */
const plainReasons = ['assignment.NOT_A_CANDIDATE', 'assignment.ALREADY_CLAIMED', 'engine.NOT_YOUR_TASK'];

function Refused({ task, isMine }: { readonly task: WireTaskDetail; readonly isMine: boolean }): ReactNode {
  const text = useText('assignment');
  const errorText = useText('errors');
  const hasText = useHasText();
  const { person } = useSession();
  const { assigneeName } = useNames(task);
  const code = task.reason !== undefined && (isMine || !plainReasons.includes(task.reason)) ? task.reason : undefined;
  const reason = code && hasText('errors', code) ? errorText(code, { person: person.name, step: task.nodeName }) : code;
  return (
    <div className="fs-act-note">
      <p>{text(wordsFor(task, isMine), { step: task.nodeName })}</p>
      {task.assigneeId ? <PersonName id={task.assigneeId} name={assigneeName} /> : <Candidates principals={task.candidates} />}
      {reason ? <p className="fs-notice fs-notice-warning">{reason}</p> : null}
      <DeadlineLight dueAt={task.dueAt} task={task} />
    </div>
  );
}

function Doing({ task, onDone, onChanged, onStale }: PanelProps): ReactNode {
  const text = useText('assignment');
  const TaskForm = useTaskForm(task.panel);
  const release = useHolding('release');
  const { acting } = useSession();
  return (
    <>
      <div className="fs-act-head">
        <h2>{task.nodeName}</h2>
        <DeadlineLight dueAt={task.dueAt} task={task} isQuiet />
        {task.candidates.length > 0 && !acting ? (
          <Button size="small" loading={release.isPending} onClick={() => release.mutate(task.id, { onSuccess: onChanged })}>
            {text('act.release')}
          </Button>
        ) : null}
      </div>
      {release.error ? (
        <div className="fs-act-note">
          <SubmitFailure error={release.error} onStale={onStale} />
        </div>
      ) : null}
      {TaskForm ? (
        <Suspense fallback={<LoadingView rows={8} />}>
          <TaskForm task={task} onDone={() => onDone(task)} onStale={onStale} />
        </Suspense>
      ) : (
        <EmptyView>{text('act.noForm', { panel: task.panel })}</EmptyView>
      )}
    </>
  );
}
