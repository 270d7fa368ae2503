import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ApiError, useSession, type Wire } from '@fashen/ui';
import type { ExecutionReply } from '../model';

/** `GET /cases/:id/execution`. */
export type WireExecution = Wire<ExecutionReply>;

/** How a case stands after its decision. Read again with the case. */
export function useExecution(caseId: string): UseQueryResult<WireExecution, ApiError> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['case', caseId, 'execution'],
    queryFn: ({ signal }) => api.get<WireExecution>(`/cases/${caseId}/execution`, signal),
  });
}
