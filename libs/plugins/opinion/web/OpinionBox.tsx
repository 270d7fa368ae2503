import './opinion.css';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { ApiError, type OpinionBoxProps, StateView, useErrorText, useSession, useText } from '@fashen/ui';
import { gapsIn, type OpinionBoxReply, type OpinionPolicy, opinionProblem, type OpinionProblem } from '../model';
import { ClausePicker } from './ClausePicker';
import { DraftLine } from './DraftLine';
import { PhrasePicker } from './PhrasePicker';
import { type OpinionDraft, useOpinionDraft } from './use-opinion-draft';
import { useSigning } from './use-signing';

/** Where the opinion on a task is written, if its step has a policy. */
export function OpinionBox(props: OpinionBoxProps): ReactNode {
  return props.signsOnly ? <SigningOnly {...props} /> : <WritingBox {...props} />;
}

function SigningOnly({ task, handle }: OpinionBoxProps): ReactNode {
  const signing = useSigning(task.id);
  useImperativeHandle(handle, () => ({ submit: signing.signed, isSigned: false }));
  return signing.dialog;
}

function WritingBox(props: OpinionBoxProps): ReactNode {
  const { task, children } = props;
  const { api } = useSession();
  const box = useQuery({
    queryKey: ['opinion-box', task.id],
    queryFn: ({ signal }) => api.get<OpinionBoxReply>(`/tasks/${task.id}/opinion`, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <StateView state={box} rows={3}>
      {() => (box.data?.policy ? <Box key={task.id} {...props} box={box.data} policy={box.data.policy} /> : children)}
    </StateView>
  );
}

function Box(props: OpinionBoxProps & { readonly box: OpinionBoxReply; readonly policy: OpinionPolicy }): ReactNode {
  const { task, handle, box, policy, onContent } = props;
  const draft = useOpinionDraft(task, box.draft);
  const signing = useSigning(task.id);
  const field = useRef<HTMLDivElement>(null);
  const { content } = draft;
  const problem = opinionProblem(content, policy);
  useEffect(() => {
    onContent?.(content);
  }, [content, onContent]);
  useImperativeHandle(handle, () => ({
    isSigned: policy.signature !== 'none',
    submit: async (send, foreseen) => {
      if (problem) {
        field.current?.querySelector('textarea')?.focus();
        throw errorOf(problem);
      }
      await draft.save(false);
      return signing.signed(send, foreseen);
    },
  }));
  return (
    <section className="fs-opinion-box" aria-labelledby={`fs-opinion-${task.id}-title`}>
      <OpinionFields taskId={task.id} draft={draft} policy={policy} problem={problem} field={field} />
      <DraftLine taskId={task.id} draft={draft} isStale={box.draft?.isStale === true} />
      {signing.dialog}
    </section>
  );
}

function OpinionFields(props: {
  readonly taskId: string;
  readonly draft: OpinionDraft;
  readonly policy: OpinionPolicy;
  readonly problem: OpinionProblem | undefined;
  readonly field: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { taskId, draft, policy, problem, field } = props;
  const text = useText('opinion');
  const errorText = useErrorText();
  const { content, change } = draft;
  const shown = content.text === '' ? undefined : problem;
  const id = `fs-opinion-${taskId}`;
  return (
    <>
      <div className="fs-opinion-field" ref={field}>
        <label htmlFor={id} id={`${id}-title`}>
          {text('box.title')} {policy.required ? <span className="fs-required">{text('box.required')}</span> : null}
        </label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={5000}
          value={content.text}
          status={shown ? 'error' : ''}
          aria-invalid={shown !== undefined}
          aria-describedby={shown ? `${id}-problem` : undefined}
          onChange={(event) => change({ text: event.target.value })}
        />
        {shown ? (
          <p className="fs-problem" id={`${id}-problem`}>
            {errorText(errorOf(shown))}
          </p>
        ) : null}
      </div>
      <GapWarning text={content.text} />
      <PhrasePicker taskId={taskId} onPick={(phrase) => change({ text: content.text + phrase })} />
      <ClausePicker
        id={`${id}-clauses`}
        taskId={taskId}
        value={content.clauses}
        onChange={(clauses) => change({ clauses: [...clauses] })}
      />
    </>
  );
}

/** Variables of a phrase that nobody has filled: the text is accepted, but the person sees them first. */
function GapWarning({ text: said }: { readonly text: string }): ReactNode {
  const text = useText('opinion');
  const kitText = useText('ui');
  const gaps = gapsIn(said);
  if (gaps.length === 0) return null;
  return (
    <p className="fs-notice" role="status">
      {text('box.gaps', { gaps: gaps.map((gap) => `{${gap}}`).join(kitText('listMark')) })}
    </p>
  );
}

/** The sentence of a problem is the one the server would answer with. */
function errorOf(problem: OpinionProblem): ApiError {
  if (problem.kind === 'required') return new ApiError(422, 'opinion.REQUIRED');
  if (problem.kind === 'tooShort') return new ApiError(422, 'opinion.TOO_SHORT', { min: problem.min });
  return new ApiError(422, 'opinion.BARE_PHRASE', { phrase: problem.phrase });
}
