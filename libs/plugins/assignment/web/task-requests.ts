import { type QueryClient, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { type ApiError, useSession, type WireTask } from '@fashen/ui';

/** Tabs of the inbox, as the API names them. */
export const inboxViews = ['assigned', 'claimable', 'done'] as const;
export type InboxView = (typeof inboxViews)[number];

/** `GET /tasks/counts`; capped by the server. */
export type TaskCounts = Readonly<Record<InboxView, number>>;

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
