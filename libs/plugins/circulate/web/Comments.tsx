import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ApiError, dayTimeText, PersonName, SubmitFailure, useAttempt, useSession, useText } from '@fashen/ui';
import type { CirculationReply, CommentReply } from '../model';

/** Comments of readers. Those made after the end stand apart and are not printed. */
export function Comments(props: { readonly caseId: string; readonly reply: CirculationReply; readonly hasEnded: boolean }): ReactNode {
  const text = useText('circulate');
  const { comments, lateComments, mayComment } = props.reply;
  if (comments.length + lateComments.length === 0 && !mayComment) return null;
  return (
    <div className="fs-act-note">
      <CommentList title={text('comments.title')} comments={comments} />
      <div className="fs-no-print">
        <CommentList title={text('comments.late')} comments={lateComments} />
        {mayComment ? <CommentBox caseId={props.caseId} hasEnded={props.hasEnded} /> : null}
      </div>
    </div>
  );
}

function CommentList({ title, comments }: { readonly title: string; readonly comments: readonly CommentReply[] }): ReactNode {
  if (comments.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {comments.map((one) => (
          <li key={one.id}>
            <PersonName id={one.personId} name={one.personName} /> <span className="fs-secondary">{dayTimeText(one.at)}</span>
            <p>{one.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function CommentBox({ caseId, hasEnded }: { readonly caseId: string; readonly hasEnded: boolean }): ReactNode {
  const text = useText('circulate');
  const { api } = useSession();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const [words, setWords] = useState('');
  const send = useMutation<CommentReply, ApiError, { text: string }>({
    mutationFn: (body) => api.post<CommentReply>(`/cases/${caseId}/circulation/comments`, body, attempt.keyFor(body)),
    onSuccess: () => {
      attempt.done();
      setWords('');
      void queries.invalidateQueries({ queryKey: ['case', caseId, 'readers'] });
    },
  });
  return (
    <>
      <label htmlFor="fs-comment">{text('comments.write')}</label>
      <Input.TextArea id="fs-comment" rows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
      {hasEnded ? <p className="fs-secondary">{text('comments.lateHint')}</p> : null}
      <SubmitFailure error={send.error} />
      <Button disabled={words.trim() === ''} loading={send.isPending} onClick={() => send.mutate({ text: words.trim() })}>
        {text('comments.send')}
      </Button>
    </>
  );
}
