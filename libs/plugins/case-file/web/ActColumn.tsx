import { Select } from 'antd';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { EmptyView, LoadingView, useHolderId, usePart, useSession, useText, type WireCase, type WireTask } from '@fashen/ui';
import { isOpen, tasksFor } from './case-tasks.rules';
import { EndedNote } from './EndedNote';

/** What is asked of the person now. Of several open tasks the one that concerns the person most stands first. */
export function ActColumn(props: { readonly view: WireCase; readonly wantedTaskId?: string; readonly onChanged: () => void }): ReactNode {
  const text = useText('case-file');
  const { person } = useSession();
  const ActPanel = usePart('actPanel');
  const column = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string>();
  const all = props.view.tasks;
  const holderId = useHolderId();
  const tasks = tasksFor(person, all, holderId);
  const shown = firstOf(tasks, [chosenId, props.wantedTaskId]) ?? tasks[0] ?? firstOf(all, [props.wantedTaskId]);
  const isOwn = isHeldBy(shown, holderId);
  return (
    <div
      className="fs-column fs-act-column fs-paper fs-no-print"
      ref={column}
      data-column="3"
      tabIndex={-1}
      role="group"
      aria-label={text('case.act')}
    >
      <EndedNote tasks={all} shownId={shown?.id} />
      <TaskChoice tasks={tasks} shownId={shown?.id} onChoose={setChosenId} />
      {shown && ActPanel ? (
        <Suspense fallback={<LoadingView rows={8} />}>
          <ActPanel key={shown.id} taskId={shown.id} onDone={() => column.current?.focus()} onChanged={props.onChanged} />
        </Suspense>
      ) : (
        <EmptyView>{text(props.view.instance.endedAt ? 'case.ended' : 'case.nothingToDo')}</EmptyView>
      )}
      {isOwn ? null : <Onwards shown={shown} />}
    </div>
  );
}

interface TaskChoiceProps {
  readonly tasks: readonly WireTask[];
  readonly shownId: string | undefined;
  readonly onChoose: (taskId: string) => void;
}

/** Which of several open tasks is shown. */
function TaskChoice({ tasks, shownId, onChoose }: TaskChoiceProps): ReactNode {
  const text = useText('case-file');
  const kitText = useText('ui');
  if (tasks.length < 2) return null;
  const labelOf = ({ nodeName, assigneeName }: WireTask): string =>
    assigneeName ? `${nodeName}${kitText('parenthesized', { text: assigneeName })}` : nodeName;
  return (
    <div className="fs-choose-task">
      <Select
        value={shownId}
        aria-label={text('case.chooseTask')}
        onChange={onChoose}
        options={tasks.map((task) => ({ value: task.id, label: labelOf(task) }))}
      />
    </div>
  );
}

/** There is nothing of one's own to do here: the way to where there is. */
function Onwards({ shown }: { readonly shown: WireTask | undefined }): ReactNode {
  const NextTask = usePart('nextTask');
  if (!NextTask) return null;
  return (
    <Suspense fallback={null}>
      <NextTask {...(shown && { exceptId: shown.id })} />
    </Suspense>
  );
}

function isHeldBy(task: WireTask | undefined, holderId: string): boolean {
  return task !== undefined && isOpen(task) && task.assigneeId === holderId;
}

/** The first of these tasks that is there. */
function firstOf(tasks: readonly WireTask[], ids: readonly (string | undefined)[]): WireTask | undefined {
  return ids.map((id) => tasks.find((task) => task.id === id)).find((task) => task !== undefined);
}
