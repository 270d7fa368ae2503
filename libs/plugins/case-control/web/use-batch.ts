import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { type ApiError, useAttempt, useSession, type Wire } from '@fashen/ui';
import type { BatchBody, BatchOutcome, BatchReply } from '../model';

/** What became, or would become, of one task. */
export type WireOutcome = Wire<BatchOutcome>;

/** A batch that can be shown before it is done. */
export interface Batch {
  readonly preview: UseMutationResult<Wire<BatchReply>, ApiError, BatchBody>;
  /** The same content sent again after a lost answer does nothing twice. */
  readonly run: UseMutationResult<Wire<BatchReply>, ApiError, BatchBody>;
}

const PATH = '/tasks/batch-submission';

/** Sends a batch, first with `dryRun`. */
export function useBatch(): Batch {
  const { api } = useSession();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const preview = useMutation<Wire<BatchReply>, ApiError, BatchBody>({
    mutationFn: (body) => api.post<Wire<BatchReply>>(`${PATH}?dryRun=true`, body),
  });
  const run = useMutation<Wire<BatchReply>, ApiError, BatchBody>({
    mutationFn: (body) => api.post<Wire<BatchReply>>(PATH, body, attempt.keyFor(body)),
    onSuccess: () => {
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['task-counts'] });
    },
  });
  return { preview, run };
}
