import type { ReactNode } from 'react';
import { DeadlineLight, momentText, useMinute, useSession, useText, type WireTask } from '@fashen/ui';

/** One task of the inbox in two lines: term and case; number, step and since when. */
export function TaskRow(props: {
  readonly task: WireTask;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}): ReactNode {
  const { task } = props;
  const text = useText('assignment');
  const now = useMinute();
  const { acting } = useSession();
  const principal = task.onBehalfOf ?? (task.endedAt ? undefined : acting);
  const since = task.endedAt
    ? text('row.ended', { at: momentText(task.endedAt, now) })
    : text('row.since', { at: momentText(task.createdAt, now) });
  return (
    <button
      type="button"
      id={`fs-task-${task.id}`}
      className={`fs-task-row${props.isChosen ? ' fs-chosen' : ''}`}
      aria-current={props.isChosen ? 'true' : undefined}
      onClick={props.onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        props.onOpen();
      }}
    >
      <span className="fs-task-line">
        <span className="fs-two-lines fs-task-title" title={task.title}>
          {task.title}
        </span>
        <DeadlineLight dueAt={task.dueAt} ended={Boolean(task.endedAt)} task={task} isQuiet isInControl />
      </span>
      <span className="fs-task-line fs-secondary">
        <span className="fs-tag">{task.nodeName}</span>
        {principal ? <span className="fs-tag fs-tag-deputy">{text('row.for', { name: principal.name })}</span> : null}
        {task.movedTo ? <span className="fs-tag fs-tag-quiet">{text('row.movedTo', { name: task.movedTo.name })}</span> : null}
        <span>{task.businessKey}</span>
        <span className="fs-task-since">{since}</span>
      </span>
    </button>
  );
}
