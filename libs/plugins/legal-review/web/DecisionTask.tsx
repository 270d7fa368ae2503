import './review.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import type { JsonObject } from '@fashen/plugin-api';
import {
  DraftConflict,
  type FormViewHandle,
  LoadingView,
  StateView,
  SubmitFailure,
  TaskDraft,
  type TaskDraftState,
  type TaskFormProps,
  useOpinionSlot,
  usePart,
  useSession,
  useText,
} from '@fashen/ui';
import type { CaseReviewReply } from '../model';
import { choiceOf } from './decision-form.rules';
import { GateState } from './GateState';
import { useCaseReview, useSending } from './review-requests';

interface FormReply {
  readonly version: number;
  readonly schema: object;
  readonly data: JsonObject;
}

/** A decision of a step without a form asks for nothing. */
const FORMLESS: FormReply = { version: 0, schema: { type: 'default', id: 'none', components: [] }, data: {} };

/** The leader's panel: may it be decided, and the decision itself. */
export function DecisionTask(props: TaskFormProps): ReactNode {
  const { api } = useSession();
  const { task } = props;
  const review = useCaseReview(task.instanceId);
  const form = useQuery({
    queryKey: ['task-form', task.id],
    queryFn: async ({ signal }) => (await api.get<FormReply | undefined>(`/tasks/${task.id}/form`, signal)) ?? FORMLESS,
    staleTime: Infinity,
  });
  return (
    <StateView state={review} rows={6}>
      {() => (
        <StateView state={form} rows={6}>
          {() => (review.data && form.data ? <DraftedDecision {...props} review={review.data} form={form.data} /> : null)}
        </StateView>
      )}
    </StateView>
  );
}

function DraftedDecision(props: Omit<DecisionPanelProps, 'draft'>): ReactNode {
  return (
    <TaskDraft task={props.task} formVersion={props.form.version}>
      {(draft) => <DecisionPanel key={draft.found?.savedAt ?? ''} {...props} draft={draft} />}
    </TaskDraft>
  );
}

interface DecisionPanelProps extends TaskFormProps {
  readonly review: CaseReviewReply;
  readonly form: FormReply;
  readonly draft: TaskDraftState;
}

function DecisionPanel({ task, review, form, draft, onDone, onStale }: DecisionPanelProps): ReactNode {
  const text = useText('legal-review');
  const FormView = usePart('formView');
  const handle = useRef<FormViewHandle>(null);
  const [data] = useState(() => ({ ...undecided(form.data), ...(draft.found?.data as JsonObject | undefined) }));
  const [approved, setApproved] = useState<boolean | undefined>(() => choiceOf(data).approved);
  const opinion = useOpinionSlot(task);
  const sending = useSending(opinion);
  const decide = async (): Promise<void> => {
    const read = handle.current?.read();
    if (!read || read.problems > 0) return;
    const choice = choiceOf(read.data);
    const act = text(actKey(choice.approved), { step: task.nodeName });
    const consequence = text(choice.approved === false ? 'decision.consequenceReturn' : 'decision.consequence');
    await draft.settle();
    const body = { approved: choice.approved, comment: choice.comment, decision: choice.group };
    const isDanger = choice.approved === false;
    await sending.send({ path: `/tasks/${task.id}/decision`, body, act, consequence, isDanger }, () => {
      draft.forget();
      onDone();
    });
  };
  return (
    <div className="fs-review">
      <div className="fs-review-gate">
        <GateState gate={review.gate} />
      </div>
      <DraftConflict draft={draft} />
      {FormView ? (
        <Suspense fallback={<LoadingView />}>
          <FormView
            schema={form.schema}
            data={data}
            handle={handle}
            onChange={(answers) => {
              setApproved(choiceOf(answers).approved);
              draft.keep(answers);
            }}
          />
        </Suspense>
      ) : null}
      {opinion.box}
      <div className="fs-submit-bar">
        {sending.dialog}
        <SubmitFailure error={sending.failure} onStale={onStale} />
        <Button type="primary" loading={sending.isBusy} onClick={() => void decide()}>
          {text(actKey(approved), { step: task.nodeName })}
        </Button>
      </div>
    </div>
  );
}

function actKey(approved: boolean | undefined): string {
  if (approved === undefined) return 'decision.act';
  return approved ? 'decision.actApprove' : 'decision.actReturn';
}

/** The decider chooses anew each time, whatever was chosen in an earlier round. */
function undecided(data: JsonObject): JsonObject {
  const group = data.decision;
  if (typeof group !== 'object' || group === null || Array.isArray(group)) return data;
  return { ...data, decision: { ...group, approved: undefined } };
}
