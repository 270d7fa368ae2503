import { type RefObject, useCallback, useRef, useState } from 'react';
import type { JsonObject } from '@fashen/plugin-api';
import { ApiError, asApiError, type FieldProblem, type FormViewHandle, useText } from '@fashen/ui';

/** Sends the answers of a form. */
export interface Submission {
  readonly handle: RefObject<FormViewHandle | null>;
  readonly isBusy: boolean;
  readonly failure: unknown;
  /** Problems the server found for which the form has no field. */
  readonly homeless: readonly FieldProblem[];
  /** `missingAbove` counts what is missing outside of the form; it has the focus then. */
  readonly submit: (missingAbove?: number) => void;
}

interface ServerProblem {
  readonly key: string;
  readonly code: string;
  readonly params?: JsonObject;
}

/** Problems in the parameters of `form.INVALID`. */
export function problemsOf(error: ApiError): readonly ServerProblem[] {
  const { problems } = error.params;
  return error.code === 'form.INVALID' && Array.isArray(problems) ? (problems as unknown as readonly ServerProblem[]) : [];
}

/** Reads the form, sends it (`send` holds the idempotency key of its attempt), and brings what the server found wrong back to the fields. */
export function useSubmission(send: (data: JsonObject) => Promise<void>): Submission {
  const text = useText('form');
  const handle = useRef<FormViewHandle>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [homeless, setHomeless] = useState<readonly FieldProblem[]>([]);

  const submit = useCallback(
    (missingAbove = 0) => {
      if (!handle.current || isBusy) return;
      const { data, problems } = handle.current.read(missingAbove > 0);
      const count = problems + missingAbove;
      setHomeless([]);
      setFailure(count > 0 ? new ApiError(422, 'form.INVALID', { count }) : undefined);
      if (count > 0) return;
      setIsBusy(true);
      send(data)
        .catch((error: unknown) => {
          const found = problemsOf(asApiError(error)).map((problem) => ({
            key: problem.key,
            text: text(`problem.${problem.code}`, problem.params),
          }));
          setFailure(error);
          setHomeless(handle.current?.show(found) ?? found);
        })
        .finally(() => setIsBusy(false));
    },
    [isBusy, send, text],
  );
  return { handle, isBusy, failure, homeless, submit };
}
