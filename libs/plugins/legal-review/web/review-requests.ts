import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { asApiError, type ForeseenAct, type OpinionSlot, useAttempt, useForeseen, useSession } from '@fashen/ui';
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

/** An act of the review; what it will do is always seen before it is done. */
export type ReviewAct = Omit<ForeseenAct, 'asks'>;

/** Sends one act of the review, once per attempt. */
export interface Sending {
  readonly isBusy: boolean;
  readonly failure: unknown;
  /** Asks whether it is wanted. Draws nothing otherwise. */
  readonly dialog: ReactNode;
  readonly send: (act: ReviewAct, onDone: () => void) => Promise<void>;
}

/** Sends acts of the review with the opinion of their step; what was typed stays when the server refuses. */
export function useSending(opinion: OpinionSlot): Sending {
  const { api } = useSession();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const foreseen = useForeseen(opinion);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send: Sending['send'] = async (act, onDone) => {
    setIsBusy(true);
    setFailure(undefined);
    try {
      const { path, body } = act;
      const isSent = await foreseen.send({ ...act, asks: () => true }, () => api.post(path, body, attempt.keyFor({ path, body })));
      if (!isSent) return;
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['case-review'] });
      onDone();
    } catch (error) {
      setFailure(asApiError(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, failure, send, dialog: foreseen.dialog };
}
