import { Button, Input, Space } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { type OpinionSlot, SubmitFailure, type TaskFormProps, useOperation, useOpinionSlot, useText } from '@fashen/ui';
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
  const acts = isAnswer ? ANSWER : task.kind === 'BEFORE' || task.kind === 'AFTER' ? ASKED : VOTES;
  const own = <OwnField id={`opinion-${task.id}`} value={opinion} onChange={setOpinion} />;
  const slot = useOpinionSlot(task, { instead: own, onContent: useCallback((said) => setOpinion(said.text), []) });
  return (
    <div className="fs-act-note">
      <SignBoard taskId={task.id} />
      {slot.box}
      {isAnswer ? null : <p className="fs-secondary">{text('sign.opinion.help')}</p>}
      <Space wrap>
        {acts.map((act) => (
          <ActButton key={act.path} {...props} act={act} opinion={opinion.trim()} through={slot.through} />
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
  readonly through: OpinionSlot['through'];
}

interface Act {
  readonly path: string;
  readonly textKey: string;
  readonly needsOpinion: boolean;
}

const AGREE: Act = { path: 'agreement', textKey: 'sign.agree', needsOpinion: false };
const AGAINST: Act = { path: 'objection', textKey: 'sign.against', needsOpinion: true };
const ABSTAIN: Act = { path: 'abstention', textKey: 'sign.abstain', needsOpinion: false };
const ANSWER: readonly Act[] = [{ path: 'advice', textKey: 'sign.answer', needsOpinion: true }];
const ASKED: readonly Act[] = [AGREE, AGAINST];
const VOTES: readonly Act[] = [AGREE, AGAINST, ABSTAIN];

function ActButton({ task, act, opinion, through, onDone, onStale }: ActButtonProps): ReactNode {
  const text = useText('approval');
  const { run } = useOperation<Body>(`/tasks/${task.id}/${act.path}`, through);
  return (
    <>
      <Button
        type={act === AGREE ? 'primary' : 'default'}
        danger={act === AGAINST}
        disabled={act.needsOpinion && opinion === ''}
        loading={run.isPending}
        onClick={() => run.mutate({ opinion }, { onSuccess: onDone })}
      >
        {text(act.textKey)}
      </Button>
      <SubmitFailure error={run.error} onStale={onStale} />
    </>
  );
}
