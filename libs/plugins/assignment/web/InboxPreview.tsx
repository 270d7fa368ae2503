import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { DeadlineLight, LoadingView, usePart, useText, type WireTask } from '@fashen/ui';
import { refreshTasks } from './task-requests';

/** The chosen task on the right of the list. */
export function InboxPreview(props: {
  readonly task?: WireTask;
  readonly onOpen: (task: WireTask) => void;
  readonly onDone: () => void;
  readonly onChanged: () => void;
}): ReactNode {
  const { task } = props;
  const text = useText('assignment');
  return (
    <section className="fs-inbox-preview fs-paper" aria-label={text('inbox.preview')}>
      {task ? <Chosen {...props} task={task} /> : <p className="fs-preview-none">{text('inbox.previewNone')}</p>}
    </section>
  );
}

interface ChosenProps {
  readonly task: WireTask;
  readonly onOpen: (task: WireTask) => void;
  readonly onDone: () => void;
  readonly onChanged: () => void;
}

function Chosen({ task, onOpen, onDone, onChanged }: ChosenProps): ReactNode {
  const text = useText('assignment');
  const queries = useQueryClient();
  const ActPanel = usePart('actPanel');
  const changed = (): void => {
    onChanged();
    refreshTasks(queries);
  };
  return (
    <>
      <header className="fs-preview-head">
        <div>
          <h2 className="fs-two-lines" title={task.title}>
            {task.title}
          </h2>
          <span className="fs-secondary">
            {task.businessKey} · {task.nodeName}
          </span>
        </div>
        {task.onBehalfOf ? null : <Button onClick={() => onOpen(task)}>{text('inbox.openCase')}</Button>}
      </header>
      {task.onBehalfOf ? <OfOther task={task} onOpen={onOpen} /> : <About key={`about-${task.id}`} task={task} />}
      {ActPanel && !task.onBehalfOf ? <ActPanel key={task.id} taskId={task.id} onDone={onDone} onChanged={changed} /> : null}
    </>
  );
}

/** What one must know before the task is done, since the case itself is not in sight: why it came back, and what others have filled in. */
function About({ task }: Pick<ChosenProps, 'task'>): ReactNode {
  const text = useText('assignment');
  const Note = usePart('taskNote');
  const Content = usePart('caseContent');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="fs-preview-about">
      {Note ? (
        <Suspense fallback={null}>
          <Note task={task} />
        </Suspense>
      ) : null}
      {Content ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{text('inbox.content')}</summary>
          <Suspense fallback={<LoadingView />}>{isOpen ? <Content caseId={task.instanceId} /> : null}</Suspense>
        </details>
      ) : null}
    </div>
  );
}

/** A task of somebody for whom one may act: the case is only seen while acting. */
function OfOther({ task, onOpen }: Pick<ChosenProps, 'task' | 'onOpen'>): ReactNode {
  const text = useText('assignment');
  const name = task.onBehalfOf?.name ?? '';
  return (
    <div className="fs-act-note">
      <p>{text('act.ofOther', { step: task.nodeName, name })}</p>
      <DeadlineLight dueAt={task.dueAt} />
      <Button type="primary" onClick={() => onOpen(task)}>
        {text('act.actFor', { name })}
      </Button>
    </div>
  );
}
