import type { ReactNode } from 'react';
import { type TaskFormProps, useTaskForm, useText } from '@fashen/ui';
import { SignBoard } from './SignBoard';

/** One's own part of a step that each fills in: the form of the step, with all who fill it in above. */
export function PartTask(props: TaskFormProps): ReactNode {
  const text = useText('approval');
  const Form = useTaskForm('form');
  return (
    <>
      <div className="fs-act-note">
        <SignBoard taskId={props.task.id} isFolded />
        <p className="fs-secondary">{text('part.help')}</p>
      </div>
      {Form ? <Form {...props} /> : null}
    </>
  );
}
