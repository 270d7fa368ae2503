import { Button, Input, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, type TaskFormProps, useOperation, useText } from '@fashen/ui';
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
  return (
    <div className="fs-act-note">
      <SignBoard taskId={task.id} />
      <label htmlFor={`opinion-${task.id}`}>{text('sign.opinion')}</label>
      <Input.TextArea
        id={`opinion-${task.id}`}
        rows={4}
        maxLength={2000}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      {isAnswer ? null : <p className="fs-secondary">{text('sign.opinion.help')}</p>}
      <Space wrap>
        {acts.map((act) => (
          <ActButton key={act.path} {...props} act={act} opinion={opinion.trim()} />
        ))}
      </Space>
    </div>
  );
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

function ActButton({ task, act, opinion, onDone, onStale }: TaskFormProps & { readonly act: Act; readonly opinion: string }): ReactNode {
  const text = useText('approval');
  const { run } = useOperation<Body>(`/tasks/${task.id}/${act.path}`);
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
