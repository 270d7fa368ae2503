import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiError } from './api-error';
import { useAttempt } from './attempt';
import { useSession } from './session';
import type { WireOperated } from './wire';

/** An operation that can be shown before it is done. */
export interface Operation<B extends object, T> {
  /** Asks the server what would happen; nothing changes. */
  readonly preview: UseMutationResult<WireOperated<T>, ApiError, B>;
  /** Does it. The same content sent again after a lost answer does not do it twice. */
  readonly run: UseMutationResult<WireOperated<T>, ApiError, B>;
  /** What the last preview said; absent once the content has changed. */
  readonly seen: WireOperated<T> | undefined;
  /** Call when the person changes something after a preview. */
  readonly forget: () => void;
}

/** Sends something as it is. */
const plainly = <T>(send: () => Promise<T>): Promise<T> => send();

/**
 * Sends an operation to `POST path`, first with `dryRun`, and reads tasks and cases again once it is done. `through` goes around both, as
 * that of an opinion slot does.
 */
export function useOperation<B extends object, T = unknown>(path: string, through = plainly): Operation<B, T> {
  const { api } = useSession();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const [seen, setSeen] = useState<WireOperated<T>>();
  const preview = useMutation<WireOperated<T>, ApiError, B>({
    mutationFn: (body) => through(() => api.post<WireOperated<T>>(`${path}?dryRun=true`, body)),
    onSuccess: setSeen,
    onError: () => setSeen(undefined),
  });
  const run = useMutation<WireOperated<T>, ApiError, B>({
    mutationFn: (body) => through(() => api.post<WireOperated<T>>(path, body, attempt.keyFor({ path, body }))),
    onSuccess: async () => {
      attempt.done();
      await queries.invalidateQueries();
    },
  });
  return { preview, run, seen, forget: () => setSeen(undefined) };
}
