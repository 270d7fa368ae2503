import { Select } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { EmptyView, LoadingView, useHolderId, usePart, useSession, useText, type WireCase, type WireTask } from '@fashen/ui';
import { tasksFor } from './case-tasks.rules';
import { EndedNote } from './EndedNote';

/** What is asked of the person now. Of several open tasks the one that concerns the person most stands first. */
export function ActColumn(props: { readonly view: WireCase; readonly wantedTaskId?: string; readonly onChanged: () => void }): ReactNode {
  const text = useText('case-file');
  const { person } = useSession();
  const ActPanel = usePart('actPanel');
  const [chosenId, setChosenId] = useState<string>();
  const all = props.view.tasks;
  const kitText = useText('ui');
  const labelOf = ({ nodeName, assigneeName }: WireTask): string =>
    assigneeName ? `${nodeName}${kitText('parenthesized', { text: assigneeName })}` : nodeName;
  const tasks = tasksFor(person, all, useHolderId());
  const shown = firstOf(tasks, [chosenId, props.wantedTaskId]) ?? tasks[0] ?? firstOf(all, [props.wantedTaskId]);
  return (
    <div className="fs-column fs-act-column fs-paper fs-no-print" data-column="3" tabIndex={-1} role="group" aria-label={text('case.act')}>
      <EndedNote tasks={all} shownId={shown?.id} />
      {tasks.length > 1 ? (
        <div className="fs-choose-task">
          <Select
            value={shown?.id}
            aria-label={text('case.chooseTask')}
            onChange={(id: string) => setChosenId(id)}
            options={tasks.map((task) => ({ value: task.id, label: labelOf(task) }))}
          />
        </div>
      ) : null}
      {shown && ActPanel ? (
        <Suspense fallback={<LoadingView rows={8} />}>
          <ActPanel key={shown.id} taskId={shown.id} onChanged={props.onChanged} />
        </Suspense>
      ) : (
        <EmptyView>{text(props.view.instance.endedAt ? 'case.ended' : 'case.nothingToDo')}</EmptyView>
      )}
    </div>
  );
}

/** The first of these tasks that is there. */
function firstOf(tasks: readonly WireTask[], ids: readonly (string | undefined)[]): WireTask | undefined {
  return ids.map((id) => tasks.find((task) => task.id === id)).find((task) => task !== undefined);
}
