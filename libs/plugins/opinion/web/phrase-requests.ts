import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import type { ApiError } from '@fashen/ui';

/** Path of the phrases. */
export const PHRASES = '/phrases';
/** Key under which all phrases are kept; with the id of a task behind it, those for that task. */
export const PHRASES_KEY = 'phrases';

/** A change of the phrases, after which they are read again. */
export function usePhraseChange<B>(change: (body: B) => Promise<unknown>, onDone?: () => void): UseMutationResult<unknown, ApiError, B> {
  const queries = useQueryClient();
  return useMutation<unknown, ApiError, B>({
    mutationFn: change,
    onSuccess: () => {
      onDone?.();
      void queries.invalidateQueries({ queryKey: [PHRASES_KEY] });
    },
  });
}
