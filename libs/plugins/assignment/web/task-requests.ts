import { type QueryClient, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { type ApiError, useSession, type WireTask } from '@fashen/ui';
import type { InboxCounts, InboxView } from '../model';

/** Tabs of the inbox: one's own; of deputies where a rule is in force; while acting for somebody, only what that person holds. */
export function viewsOf(counts: InboxCounts | undefined, isActing: boolean): readonly InboxView[] {
  if (isActing) return ['assigned'];
  const ofDeputies = (['forOthers', 'moved'] as const).filter((view) => counts?.[view] !== undefined);
  return ['assigned', 'claimable', ...ofDeputies, 'done'];
}

/** Largest number the server counts to. */
export const COUNT_CAP = 1000;

/** Reads lists and numbers of tasks again after something changed. */
export function refreshTasks(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['/tasks'] });
  void queries.invalidateQueries({ queryKey: ['task-counts'] });
}

/** Takes a task, or puts it back for the others. After a refusal nothing is read again by itself, so that the reason stays in sight. */
export function useHolding(act: 'claim' | 'release'): UseMutationResult<WireTask, ApiError, string> {
  const { api } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (taskId: string) => api.post<WireTask>(`/tasks/${taskId}/${act}`),
    onSuccess: (_task, taskId) => {
      refreshTasks(queries);
      void queries.invalidateQueries({ queryKey: ['task', taskId] });
    },
  });
}
