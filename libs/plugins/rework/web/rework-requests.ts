import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ApiError, useSession, type Wire } from '@fashen/ui';
import type { CaseRework, ReturnView, TargetsReply } from '../model';

/** `GET /tasks/:id/return-targets`. */
export type WireTargets = Wire<TargetsReply>;
/** `GET /cases/:id/rework`. */
export type WireRework = Wire<CaseRework>;
/** One return of it. */
export type WireReturn = Wire<ReturnView>;

/** Where a task can be returned to, as it stood when the dialog was opened: read again once the task is over it would be refused. */
export function useReturnTargets(taskId: string): UseQueryResult<WireTargets, ApiError> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['task', taskId, 'return-targets'],
    queryFn: ({ signal }) => api.get<WireTargets>(`/tasks/${taskId}/return-targets`, signal),
    gcTime: 0,
    staleTime: 'static',
  });
}

/** What was returned in a case, and how it ended. Read again with the case. */
export function useRework(caseId: string): UseQueryResult<WireRework, ApiError> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['case', caseId, 'rework'],
    queryFn: ({ signal }) => api.get<WireRework>(`/cases/${caseId}/rework`, signal),
  });
}
