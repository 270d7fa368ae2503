import { useMutation, useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ApiError, SubmitFailure, useSession, useText } from '@fashen/ui';
import type { SignatureMeans, SignatureReply, WantedSignature } from '../model';
import { SignatureProof } from './SignatureProof';
import { SignedWords } from './SignedWords';

/** What this page has to know of the person's PIN; the account tells more. */
interface PinState {
  readonly isSet: boolean;
}

/** Shows what is signed and asks for the PIN or the password. A wrong one is said here and can be tried again. */
export function SignatureDialog(props: {
  readonly taskId: string;
  readonly wanted: WantedSignature;
  /** What the act will do, beside what is signed. */
  readonly foreseen?: ReactNode;
  readonly onSigned: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { taskId, wanted, foreseen, onSigned, onClose } = props;
  const text = useText('opinion');
  const kitText = useText('ui');
  const { api } = useSession();
  const takesPin = wanted.means.includes('pin');
  const pin = useQuery({
    queryKey: ['signing-pin'],
    queryFn: ({ signal }) => api.get<PinState>('/session/pin', signal),
    enabled: takesPin,
  });
  const [chosen, setChosen] = useState<SignatureMeans>();
  const [secret, setSecret] = useState('');
  const means = chosen ?? firstMeans(wanted.means, pin.data?.isSet === true);
  const sign = useMutation<SignatureReply, ApiError>({
    mutationFn: () => api.post<SignatureReply>(`/tasks/${taskId}/opinion-signature`, { [means]: secret, content: wanted.content }),
    onSuccess: onSigned,
  });
  const choose = (next: SignatureMeans): void => {
    setChosen(next);
    setSecret('');
    sign.reset();
  };
  return (
    <Modal
      open
      title={text('sign.title')}
      okText={text('sign.act')}
      cancelText={kitText('cancel')}
      okButtonProps={{ disabled: secret === '', loading: sign.isPending }}
      onOk={() => sign.mutate()}
      onCancel={onClose}
      afterOpenChange={(isOpen) => (isOpen ? focusOnSecret() : undefined)}
    >
      <p>{text('sign.help')}</p>
      <SignedWords wanted={wanted} />
      {foreseen}
      {takesPin && pin.isPending ? null : (
        <SignatureProof
          means={means}
          choices={wanted.means}
          hasPin={pin.data?.isSet === true}
          secret={secret}
          onChoose={choose}
          onChange={setSecret}
          onEnter={() => (secret === '' ? undefined : sign.mutate())}
        />
      )}
      <SubmitFailure error={sign.error} />
    </Modal>
  );
}

/** The dialog takes the focus while it opens; what comes later asks for it itself. */
function focusOnSecret(): void {
  document.querySelector<HTMLInputElement>('.fs-sign-proof input[type=password]')?.focus();
}

/** The bureau's first choice; who has no PIN is not asked for one when the password will do. */
function firstMeans(means: readonly SignatureMeans[], hasPin: boolean): SignatureMeans {
  const able = hasPin ? means : means.filter((one) => one !== 'pin');
  return able[0] ?? means[0] ?? 'password';
}
