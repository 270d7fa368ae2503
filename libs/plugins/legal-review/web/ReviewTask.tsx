import './review.css';
import { Button, Input, Radio } from 'antd';
import { type KeyboardEvent, type ReactNode, useCallback, useState } from 'react';
import {
  clockText,
  DraftConflict,
  StateView,
  SubmitFailure,
  TaskDraft,
  type TaskDraftState,
  type TaskFormProps,
  useOpinionSlot,
  useText,
} from '@fashen/ui';
import type { TaskReviewReply } from '../model';
import { Checklist } from './Checklist';
import { DraftFacts } from './DraftFacts';
import { OpinionView } from './OpinionView';
import { answersOf, citationsOf, isPassing, judgeReview, type ReviewForm, type ReviewProblem } from './review-form.rules';
import { useSending, useTaskReview } from './review-requests';

const BLANK: ReviewForm = { text: '', answers: {}, citations: '' };

/** The reviewer's panel: draft, checklist, opinion. */
export function ReviewTask(props: TaskFormProps): ReactNode {
  const review = useTaskReview(props.task.id);
  return (
    <StateView state={review} rows={10}>
      {() => (
        <TaskDraft task={props.task} formVersion={1}>
          {(draft) => (review.data ? <ReviewPanel key={draft.found?.savedAt ?? ''} {...props} review={review.data} draft={draft} /> : null)}
        </TaskDraft>
      )}
    </StateView>
  );
}

interface ReviewPanelProps extends TaskFormProps {
  readonly review: TaskReviewReply;
  readonly draft: TaskDraftState;
}

function ReviewPanel({ task, review, draft, onDone, onStale }: ReviewPanelProps): ReactNode {
  const text = useText('legal-review');
  const [form, setForm] = useState<ReviewForm>(() => ({ ...BLANK, ...(draft.found?.data as Partial<ReviewForm> | undefined) }));
  const [showsProblems, setShowsProblems] = useState(false);
  const problems = judgeReview(form, review.checklist, review.depth);
  const shown = showsProblems ? problems : problems.filter((problem) => problem.problem === 'blocksPass');
  const change = (part: Partial<ReviewForm>): void => {
    const next = { ...form, ...part };
    setForm(next);
    draft.keep(next as unknown as Record<string, unknown>);
  };
  const opinion = useOpinionSlot(task, {
    instead: <ReviewWords form={form} problems={shown} onChange={change} />,
    onContent: useCallback(({ text: said, clauses }) => setForm((old) => ({ ...old, text: said, citations: clauses.join('\n') })), []),
  });
  const sending = useSending(opinion);
  const submit = async (): Promise<void> => {
    setShowsProblems(true);
    if (problems.length > 0) return focusProblem(problems[0]);
    const act = text('review.act', { opinion: text(`opinion.${form.code ?? ''}`) });
    const consequence = text(isPassing(form.code) ? 'review.consequencePass' : 'review.consequenceFail');
    const body = {
      code: form.code,
      text: form.text.trim(),
      checklist: answersOf(form, review.checklist),
      citations: citationsOf(form),
      draftHash: review.draft.hash,
    };
    await draft.settle();
    await sending.send({ path: `/tasks/${task.id}/opinion`, body, act, consequence }, () => {
      draft.forget();
      onDone();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };
  return (
    <div className="fs-review" onKeyDown={onKeyDown}>
      <div className="fs-review-body">
        <p className="fs-notice">{text(`depth.${review.depth}.ask`)}</p>
        <DraftConflict draft={draft} />
        <DraftFacts draft={review.draft} />
        {review.opinion ? <OpinionView opinion={review.opinion} presentHash={review.draft.hash} /> : null}
        <Checklist
          items={review.checklist}
          form={form}
          problems={shown}
          onAnswer={(code, answer) => change({ answers: { ...form.answers, [code]: answer } })}
        />
        <OpinionChoice codes={review.opinionCodes} value={form.code} problems={shown} onChange={(code) => change({ code })} />
        {opinion.box}
      </div>
      <div className="fs-submit-bar">
        {sending.dialog}
        <SubmitFailure error={sending.failure} onStale={onStale} />
        {showsProblems && problems.length > 0 ? (
          <p role="alert" className="fs-problem">
            {text('review.problems', { n: problems.length })}
          </p>
        ) : null}
        <div className="fs-submit-row">
          <Button type="primary" loading={sending.isBusy} onClick={() => void submit()} aria-keyshortcuts="Control+Enter">
            {text('review.submit')}
          </Button>
          <SavedAt {...draft} />
        </div>
      </div>
    </div>
  );
}

/** The reviewer's own words, where the step has no opinion box for them. */
function ReviewWords(props: {
  readonly form: ReviewForm;
  readonly problems: readonly ReviewProblem[];
  readonly onChange: (part: Partial<ReviewForm>) => void;
}): ReactNode {
  const { form, problems, onChange } = props;
  const text = useText('legal-review');
  return (
    <>
      <LabelledText
        id="fs-review-text"
        label={text('review.text')}
        isRequired
        value={form.text}
        problem={problems.find((problem) => problem.field === 'text')}
        onChange={(value) => onChange({ text: value })}
      />
      <LabelledText
        id="fs-review-citations"
        label={text('review.citations')}
        value={form.citations}
        onChange={(value) => onChange({ citations: value })}
      />
    </>
  );
}

function focusProblem(problem: ReviewProblem | undefined): void {
  const field = problem ? document.getElementById(`fs-review-${problem.field}`) : null;
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea')?.focus();
  if (field instanceof HTMLTextAreaElement) field.focus();
}

function SavedAt({ savedAt, isOnDevice }: Pick<TaskDraftState, 'savedAt' | 'isOnDevice'>): ReactNode {
  const text = useText('ui');
  if (!savedAt) return null;
  return (
    <span className="fs-secondary" role="status">
      {isOnDevice ? text('draft.onDevice') : savedAt === 'failed' ? text('draft.unsaved') : text('draft.saved', { at: clockText(savedAt) })}
    </span>
  );
}

function OpinionChoice(props: {
  readonly codes: readonly string[];
  readonly value?: string;
  readonly problems: readonly ReviewProblem[];
  readonly onChange: (code: string) => void;
}): ReactNode {
  const text = useText('legal-review');
  const missing = props.problems.some((problem) => problem.field === 'code');
  return (
    <fieldset id="fs-review-code" className="fs-choice">
      <legend>
        {text('review.code')} <Required />
      </legend>
      {missing ? <p className="fs-problem">{text('problem.codeMissing')}</p> : null}
      <Radio.Group
        value={props.value ?? null}
        onChange={(event) => props.onChange(event.target.value as string)}
        className="fs-choice-list"
      >
        {props.codes.map((code) => (
          <Radio key={code} value={code}>
            <span className={isPassing(code) ? 'fs-passing' : undefined}>{text(`opinion.${code}`)}</span>
            {props.value === code ? <span className="fs-choice-hint fs-secondary">{text(`opinion.${code}.goes`)}</span> : null}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}

/** Marks what must be filled in. */
export function Required(): ReactNode {
  const text = useText('legal-review');
  return <span className="fs-required">{text('required')}</span>;
}

/** A text area with its label and what is wrong with it. */
export function LabelledText(props: {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly value: string;
  readonly problem?: ReviewProblem;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const text = useText('legal-review');
  return (
    <div className="fs-labelled">
      <label htmlFor={props.id}>
        {props.label} {props.isRequired ? <Required /> : null}
      </label>
      <Input.TextArea
        id={props.id}
        autoSize={{ minRows: 3, maxRows: 14 }}
        maxLength={10_000}
        value={props.value}
        status={props.problem ? 'error' : undefined}
        aria-invalid={props.problem !== undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.problem ? <p className="fs-problem">{text(`problem.${props.problem.problem}`)}</p> : null}
    </div>
  );
}
