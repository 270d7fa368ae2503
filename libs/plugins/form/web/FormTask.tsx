import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  asApiError,
  StateView,
  SubmitFailure,
  TaskDraft,
  type TaskFormProps,
  useAttempt,
  useOpinionSlot,
  useSession,
  useText,
} from '@fashen/ui';
import type { FormReply } from '../model';
import { DraftedForm } from './DraftedForm';

/** The act panel of an ordinary task: its form, or a single button when the step asks for nothing. */
export function FormTask(props: TaskFormProps): ReactNode {
  const { task, onDone, onStale } = props;
  const { api } = useSession();
  const text = useText('form');
  const attempt = useAttempt();
  const opinion = useOpinionSlot(task);
  const form = useQuery({
    queryKey: ['task-form', task.id],
    queryFn: ({ signal }) => api.get<FormReply>(`/tasks/${task.id}/form`, signal),
    staleTime: Infinity,
    retry: false,
  });
  if (form.error && asApiError(form.error).code === 'form.NO_FORM') return <Formless {...props} />;
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
                  send={async (data) => {
                    const body = { data, expectedVersion: task.rowVersion };
                    await opinion.through(() => api.post(`/tasks/${task.id}/submission`, body, attempt.keyFor(body)));
                    attempt.done();
                    onDone();
                  }}
                >
                  {opinion.box}
                </DraftedForm>
              ) : null
            }
          </TaskDraft>
        ) : null
      }
    </StateView>
  );
}

function Formless({ task, onDone, onStale }: TaskFormProps): ReactNode {
  const { api } = useSession();
  const text = useText('form');
  const attempt = useAttempt();
  const opinion = useOpinionSlot(task);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setFailure(undefined);
    try {
      const body = { data: {}, expectedVersion: task.rowVersion };
      await opinion.through(() => api.post(`/tasks/${task.id}/submission`, body, attempt.keyFor(body)));
      onDone();
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
      <SubmitFailure error={failure} onStale={onStale} />
      <Button type="primary" loading={isBusy} onClick={() => void submit()}>
        {text('act.submit', { step: task.nodeName })}
      </Button>
    </div>
  );
}
