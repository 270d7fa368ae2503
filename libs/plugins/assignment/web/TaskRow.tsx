import type { ReactNode } from 'react';
import { DeadlineLight, momentText, useMinute, useText, type WireTask } from '@fashen/ui';

/** One task of the inbox in two lines: term and case; number, step and since when. */
export function TaskRow(props: { readonly task: WireTask; readonly isChosen: boolean; readonly onChoose: () => void }): ReactNode {
  const { task } = props;
  const text = useText('assignment');
  const now = useMinute();
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
    >
      <span className="fs-task-line">
        <span className="fs-two-lines fs-task-title" title={task.title}>
          {task.title}
        </span>
        <DeadlineLight dueAt={task.dueAt} ended={Boolean(task.endedAt)} task={task} isQuiet isInControl />
      </span>
      <span className="fs-task-line fs-secondary">
        <span className="fs-tag">{task.nodeName}</span>
        <span>{task.businessKey}</span>
        <span className="fs-task-since">{since}</span>
      </span>
    </button>
  );
}
