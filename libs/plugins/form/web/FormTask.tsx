import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { JsonObject } from '@fashen/plugin-api';
import {
  endsCase,
  type OpinionSlot,
  StateView,
  SubmitFailure,
  TaskDraft,
  type TaskFormProps,
  useAttempt,
  useForeseen,
  useOpinionSlot,
  useSession,
  useText,
} from '@fashen/ui';
import type { FormReply } from '../model';
import { DraftedForm } from './DraftedForm';

/** The act panel of an ordinary task: its form, or a single button when the step asks for nothing. */
export function FormTask(props: TaskFormProps): ReactNode {
  const { task, onStale } = props;
  const { api } = useSession();
  const text = useText('form');
  const opinion = useOpinionSlot(task);
  const submission = useSubmitTask(props, opinion);
  const form = useQuery({
    queryKey: ['task-form', task.id],
    queryFn: async ({ signal }) => (await api.get<FormReply | undefined>(`/tasks/${task.id}/form`, signal)) ?? null,
    staleTime: Infinity,
  });
  if (form.data === null) return <Formless {...props} />;
  return (
    <StateView state={form} rows={8}>
      {() =>
        form.data ? (
          <TaskDraft task={task} formVersion={form.data.version}>
            {(draft) =>
              form.data ? (
                <DraftedForm
                  form={form.data}
                  draft={draft}
                  act={text('act.submit', { step: task.nodeName })}
                  onStale={onStale}
                  send={submission.send}
                >
                  {opinion.box}
                  {submission.dialog}
                </DraftedForm>
              ) : null
            }
          </TaskDraft>
        ) : null
      }
    </StateView>
  );
}

interface TaskSubmission {
  /** Answers whether it was sent. */
  readonly send: (data: JsonObject) => Promise<boolean>;
  readonly dialog: ReactNode;
}

/** Sends the answers. Who would end the case with them is told so first. */
function useSubmitTask({ task, onDone }: Pick<TaskFormProps, 'task' | 'onDone'>, opinion: OpinionSlot): TaskSubmission {
  const { api } = useSession();
  const text = useText('form');
  const attempt = useAttempt();
  const foreseen = useForeseen(opinion);
  const send = async (data: JsonObject): Promise<boolean> => {
    const path = `/tasks/${task.id}/submission`;
    const body = { data, expectedVersion: task.rowVersion };
    const act = { path, body, act: text('act.submit', { step: task.nodeName }), asks: endsCase };
    const isSent = await foreseen.send(act, () => api.post(path, body, attempt.keyFor(body)));
    if (!isSent) return false;
    attempt.done();
    onDone();
    return true;
  };
  return { send, dialog: foreseen.dialog };
}

function Formless({ task, onDone, onStale }: TaskFormProps): ReactNode {
  const text = useText('form');
  const opinion = useOpinionSlot(task);
  const submission = useSubmitTask({ task, onDone }, opinion);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setFailure(undefined);
    try {
      await submission.send({});
    } catch (error) {
      setFailure(error);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className="fs-act-note">
      <p>{text('act.nothingToFill')}</p>
      {opinion.box}
      {submission.dialog}
      <SubmitFailure error={failure} onStale={onStale} />
      <Button type="primary" loading={isBusy} onClick={() => void submit()}>
        {text('act.submit', { step: task.nodeName })}
      </Button>
    </div>
  );
}
