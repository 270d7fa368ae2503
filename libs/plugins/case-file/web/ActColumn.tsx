import { Select } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { EmptyView, LoadingView, usePart, useSession, useText, type WireCase } from '@fashen/ui';
import { tasksFor } from './case-tasks.rules';

/** What is asked of the person now. Of several open tasks the one that concerns the person most stands first. */
export function ActColumn(props: { readonly view: WireCase; readonly wantedTaskId?: string; readonly onChanged: () => void }): ReactNode {
  const text = useText('case-file');
  const { person } = useSession();
  const ActPanel = usePart('actPanel');
  const [chosenId, setChosenId] = useState<string>();
  const tasks = tasksFor(person, props.view.tasks);
  const linked = props.view.tasks.find((task) => task.id === props.wantedTaskId);
  const shown = tasks.find((task) => task.id === chosenId) ?? tasks.find((task) => task.id === props.wantedTaskId) ?? tasks[0] ?? linked;
  return (
    <div className="fs-column fs-act-column fs-paper fs-no-print" data-column="3" tabIndex={-1} role="group" aria-label={text('case.act')}>
      {tasks.length > 1 ? (
        <div className="fs-choose-task">
          <Select
            value={shown?.id}
            aria-label={text('case.chooseTask')}
            onChange={(id: string) => setChosenId(id)}
            options={tasks.map((task) => ({ value: task.id, label: task.nodeName }))}
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
