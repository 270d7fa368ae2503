import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ApiError, useSession } from '@fashen/ui';
import type { WireBoard } from './board.rules';

/** Everybody who signs at the step of a task. Read again with the case. */
export function useBoard(taskId: string): UseQueryResult<WireBoard, ApiError> {
  const { api } = useSession();
  return useQuery<WireBoard, ApiError>({
    queryKey: ['board', taskId],
    queryFn: ({ signal }) => api.get<WireBoard>(`/tasks/${taskId}/board`, signal),
    refetchInterval: 60_000,
  });
}
