import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ApiError, HashBadge, SubmitFailure, useSession, useText } from '@fashen/ui';
import type { SignatureReply, WantedSignature } from '../model';

/** Shows what is signed and asks for the password again. A wrong password is said here and can be tried again. */
export function SignatureDialog(props: {
  readonly taskId: string;
  readonly wanted: WantedSignature;
  readonly onSigned: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { taskId, wanted, onSigned, onClose } = props;
  const text = useText('opinion');
  const kitText = useText('ui');
  const { api } = useSession();
  const [password, setPassword] = useState('');
  const { content } = wanted;
  const sign = useMutation<SignatureReply, ApiError>({
    mutationFn: () => api.post<SignatureReply>(`/tasks/${taskId}/opinion-signature`, { password, content }),
    onSuccess: onSigned,
  });
  return (
    <Modal
      open
      title={text('sign.title')}
      okText={text('sign.act')}
      cancelText={kitText('cancel')}
      okButtonProps={{ disabled: password === '', loading: sign.isPending }}
      onOk={() => sign.mutate()}
      onCancel={onClose}
    >
      <p>{text('sign.help')}</p>
      <SignedWords wanted={wanted} />
      <label htmlFor="fs-sign-password">{text('sign.password')}</label>
      <Input.Password
        id="fs-sign-password"
        autoFocus
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        onPressEnter={() => (password === '' ? undefined : sign.mutate())}
      />
      <SubmitFailure error={sign.error} />
    </Modal>
  );
}

function SignedWords({ wanted: { content, hash } }: { readonly wanted: WantedSignature }): ReactNode {
  const text = useText('opinion');
  const kitText = useText('ui');
  const { opinion, data } = content;
  return (
    <blockquote className="fs-signed-words">
      <p>{opinion.text}</p>
      {opinion.clauses.length > 0 ? (
        <p className="fs-secondary">{text('sign.clauses', { clauses: opinion.clauses.join(kitText('listMark')) })}</p>
      ) : null}
      <p className="fs-secondary">
        {text('sign.answers', { n: answersIn(data) })} <HashBadge kind={text('sign.digest')} value={hash} />
      </p>
    </blockquote>
  );
}

/** Answers to questions, however deep the groups are in which they stand. */
function answersIn(data: unknown): number {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 1;
  return Object.values(data).reduce((sum: number, value) => sum + answersIn(value), 0);
}
