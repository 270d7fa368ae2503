import { useMutation } from '@tanstack/react-query';
import { Button, Input, Space } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import {
  type ApiError,
  decidesStep,
  type OpinionSlot,
  SubmitFailure,
  type TaskFormProps,
  useForeseen,
  useOperation,
  useOpinionSlot,
  useText,
} from '@fashen/ui';
import { SignBoard } from './SignBoard';

interface Body {
  readonly opinion: string;
}

/** A vote, or an answer to who asked, with the board of all signers. */
export function SignTask(props: TaskFormProps): ReactNode {
  const { task } = props;
  const text = useText('approval');
  const [opinion, setOpinion] = useState('');
  const isAnswer = task.kind === 'ADVICE' || task.kind === 'REWORK';
  const acts = isAnswer ? ANSWER : VOTES;
  const own = <OwnField id={`opinion-${task.id}`} value={opinion} onChange={setOpinion} />;
  const slot = useOpinionSlot(task, { instead: own, onContent: useCallback((said) => setOpinion(said.text), []) });
  return (
    <div className="fs-act-note">
      <SignBoard taskId={task.id} />
      {slot.box}
      {isAnswer ? null : <p className="fs-secondary">{text('sign.opinion.help')}</p>}
      <Space wrap>
        {acts.map((act) => (
          <ActButton key={act.path} {...props} act={act} opinion={opinion.trim()} slot={slot} />
        ))}
      </Space>
    </div>
  );
}

function OwnField(props: { readonly id: string; readonly value: string; readonly onChange: (value: string) => void }): ReactNode {
  const text = useText('approval');
  return (
    <>
      <label htmlFor={props.id}>{text('sign.opinion')}</label>
      <Input.TextArea
        id={props.id}
        rows={4}
        maxLength={5000}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </>
  );
}

interface ActButtonProps extends TaskFormProps {
  readonly act: Act;
  readonly opinion: string;
  readonly slot: OpinionSlot;
}

interface Act {
  readonly path: string;
  readonly textKey: string;
  readonly needsOpinion: boolean;
}

const AGREE: Act = { path: 'agreement', textKey: 'sign.agree', needsOpinion: false };
const AGAINST: Act = { path: 'objection', textKey: 'sign.against', needsOpinion: true };
const ANSWER: readonly Act[] = [{ path: 'advice', textKey: 'sign.answer', needsOpinion: true }];
const VOTES: readonly Act[] = [AGREE, AGAINST];

/** A vote that decides the step is seen before it is given. */
function ActButton({ task, act, opinion, slot, onDone, onStale }: ActButtonProps): ReactNode {
  const text = useText('approval');
  const path = `/tasks/${task.id}/${act.path}`;
  const { run } = useOperation<Body>(path);
  const foreseen = useForeseen(slot);
  const isDanger = act === AGAINST;
  const vote = useMutation<boolean, ApiError>({
    mutationFn: () =>
      foreseen.send({ path, body: { opinion }, act: text(act.textKey), isDanger, asks: decidesStep(task.id) }, () =>
        run.mutateAsync({ opinion }),
      ),
    onSuccess: (isSent) => (isSent ? onDone() : undefined),
  });
  return (
    <>
      <Button
        type={act === AGREE ? 'primary' : 'default'}
        danger={isDanger}
        disabled={act.needsOpinion && opinion === ''}
        loading={vote.isPending}
        onClick={() => vote.mutate()}
      >
        {text(act.textKey)}
      </Button>
      {foreseen.dialog}
      <SubmitFailure error={vote.error} onStale={onStale} />
    </>
  );
}
