import { useMutation, type UseMutationResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ApiError, useSession, type Wire } from '@fashen/ui';
import type { NoticeView } from '../model';

/** A notice as the browser gets it. */
export type WireNotice = Wire<NoticeView>;

/** Path of the list and beginning of its query keys. */
export const NOTICES = '/notifications';

/** Key of the number of unread notices. */
export const NOTICE_COUNT = 'notice-count';

/** The number of unread notices; counted up to 100. */
export function useUnread(): number {
  const { api } = useSession();
  const count = useQuery({
    queryKey: [NOTICE_COUNT],
    queryFn: ({ signal }) => api.get<{ unread: number }>(`${NOTICES}/count`, signal),
    refetchInterval: 60_000,
  });
  return count.data?.unread ?? 0;
}

/** Marks one notice, or all of them, as read. */
export function useMarkRead(): UseMutationResult<void, ApiError, string | undefined> {
  const { api } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string | undefined) => api.post<void>(id === undefined ? `${NOTICES}/read` : `${NOTICES}/${id}/read`),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: [NOTICES] });
      void queries.invalidateQueries({ queryKey: [NOTICE_COUNT] });
    },
  });
}
