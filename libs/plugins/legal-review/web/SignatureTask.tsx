import './review.css';
import { Button, Radio } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { EmptyView, StateView, SubmitFailure, type TaskFormProps, useOpinionSlot, useText } from '@fashen/ui';
import type { TaskReviewReply } from '../model';
import { DraftFacts } from './DraftFacts';
import { OpinionView } from './OpinionView';
import { LabelledText, Required } from './ReviewTask';
import { useSending, useTaskReview } from './review-requests';

/** The section head's panel: reads the opinion and signs it, or gives it back. */
export function SignatureTask(props: TaskFormProps): ReactNode {
  const review = useTaskReview(props.task.id);
  const text = useText('legal-review');
  const empty = review.data && !review.data.opinion ? <EmptyView>{text('signature.noOpinion')}</EmptyView> : undefined;
  return (
    <StateView state={review} rows={10} empty={empty}>
      {() => (review.data ? <SignaturePanel {...props} review={review.data} /> : null)}
    </StateView>
  );
}

function SignaturePanel({ task, review, onDone, onStale }: TaskFormProps & { readonly review: TaskReviewReply }): ReactNode {
  const text = useText('legal-review');
  const [agrees, setAgrees] = useState<boolean>();
  const [comment, setComment] = useState('');
  const own = (
    <LabelledText
      id="fs-signature-comment"
      label={text('signature.comment')}
      isRequired={agrees === false}
      value={comment}
      onChange={setComment}
    />
  );
  const opinion = useOpinionSlot(task, { instead: own, onContent: useCallback((said) => setComment(said.text), []) });
  const sending = useSending(opinion);
  const [showsProblems, setShowsProblems] = useState(false);
  const commentMissing = agrees === false && comment.trim() === '';
  const submit = async (): Promise<void> => {
    setShowsProblems(true);
    if (agrees === undefined || commentMissing) return;
    const act = text(agrees ? 'signature.actAgree' : 'signature.actReturn');
    const consequence = text(agrees ? 'signature.consequenceAgree' : 'signature.consequenceReturn');
    await sending.send({ path: `/tasks/${task.id}/signature`, body: { agrees, comment: comment.trim() }, act, consequence }, onDone);
  };
  return (
    <div className="fs-review">
      <div className="fs-review-body">
        {review.opinion ? <OpinionView opinion={review.opinion} presentHash={review.draft.hash} /> : null}
        <DraftFacts draft={review.draft} />
        <fieldset className="fs-choice">
          <legend>
            {text('signature.choice')} <Required />
          </legend>
          {showsProblems && agrees === undefined ? <p className="fs-problem">{text('signature.choiceMissing')}</p> : null}
          <Radio.Group className="fs-choice-list" value={agrees ?? null} onChange={(event) => setAgrees(event.target.value as boolean)}>
            <Radio value={true}>{text('signature.agree')}</Radio>
            <Radio value={false}>{text('signature.return')}</Radio>
          </Radio.Group>
        </fieldset>
        {opinion.box}
        {showsProblems && commentMissing ? <p className="fs-problem">{text('signature.commentMissing')}</p> : null}
      </div>
      <div className="fs-submit-bar">
        {sending.dialog}
        <SubmitFailure error={sending.failure} onStale={onStale} />
        <Button type="primary" loading={sending.isBusy} onClick={() => void submit()}>
          {text('signature.submit')}
        </Button>
      </div>
    </div>
  );
}
