import { type ReactNode, useState } from 'react';
import { ApiError, asApiError } from '@fashen/ui';
import { wantedSignature, type WantedSignature } from '../model';
import { SignatureDialog } from './SignatureDialog';

const SIGNATURE_WANTED: readonly string[] = ['opinion.SIGNATURE_REQUIRED', 'opinion.SIGNATURE_STALE'];

/** Sends acts that may have to be signed. */
export interface Signing {
  /** Sends; when the server wants a signature first, asks the person for it and sends again. Rejects when the person does not sign. */
  readonly signed: <T>(send: () => Promise<T>, foreseen?: ReactNode) => Promise<T>;
  /** Asks for the signature. Draws nothing otherwise. */
  readonly dialog: ReactNode;
}

interface Asked extends WantedSignature {
  /** What the act will do. */
  readonly foreseen: ReactNode;
  readonly onSigned: () => void;
  readonly onRefused: () => void;
}

/** The server alone knows what an act submits in the end, so it says what to sign: the act is tried, signed as refused, and sent again. */
export function useSigning(taskId: string): Signing {
  const [asked, setAsked] = useState<Asked>();
  const sign = (wanted: WantedSignature, foreseen: ReactNode): Promise<void> =>
    new Promise<void>((onSigned, onRefused) => {
      const refuse = (): void => onRefused(new ApiError(422, 'opinion.SIGNATURE_REQUIRED'));
      setAsked({ ...wanted, foreseen, onSigned, onRefused: refuse });
    });
  const signed = async <T,>(send: () => Promise<T>, foreseen?: ReactNode): Promise<T> => {
    for (;;) {
      try {
        return await send();
      } catch (failure) {
        const wanted = wantedBy(failure);
        if (!wanted) throw failure;
        await sign(wanted, foreseen);
      }
    }
  };
  const close = (tell: (one: Asked) => void) => (): void => {
    if (asked) tell(asked);
    setAsked(undefined);
  };
  const dialog = asked ? (
    <SignatureDialog
      taskId={taskId}
      wanted={asked}
      foreseen={asked.foreseen}
      onSigned={close((one) => one.onSigned())}
      onClose={close((one) => one.onRefused())}
    />
  ) : null;
  return { signed, dialog };
}

function wantedBy(failure: unknown): WantedSignature | undefined {
  const { code, params } = asApiError(failure);
  return SIGNATURE_WANTED.includes(code) ? wantedSignature.safeParse(params).data : undefined;
}
