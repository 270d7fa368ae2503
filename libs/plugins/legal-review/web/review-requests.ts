import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { asApiError, type OpinionSlot, useAttempt, useSession } from '@fashen/ui';
import type { CaseReviewReply, TaskReviewReply } from '../model';

/** What the reviewer or section head needs for one task. */
export function useTaskReview(taskId: string): UseQueryResult<TaskReviewReply> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['task-review', taskId],
    queryFn: ({ signal }) => api.get<TaskReviewReply>(`/tasks/${taskId}/review`, signal),
    staleTime: Infinity,
  });
}

/** Where the review of a case stands. */
export function useCaseReview(caseId: string, revision?: number): UseQueryResult<CaseReviewReply> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['case-review', caseId, revision],
    queryFn: ({ signal }) => api.get<CaseReviewReply>(`/cases/${caseId}/review`, signal),
  });
}

/** Sends one act of the review, once per attempt. */
export interface Sending {
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly send: (path: string, body: object, onDone: () => void) => Promise<void>;
}

/** Sends acts of the review with the opinion of their step; what was typed stays when the server refuses. */
export function useSending(through: OpinionSlot['through']): Sending {
  const { api } = useSession();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send: Sending['send'] = async (path, body, onDone) => {
    setIsBusy(true);
    setFailure(undefined);
    try {
      await through(() => api.post(path, body, attempt.keyFor({ path, body })));
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['case-review'] });
      onDone();
    } catch (error) {
      setFailure(asApiError(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, failure, send };
}
