import { useMutation, type UseMutationResult, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { type ApiError, useSession, type WirePage } from '@fashen/ui';
import type { HandOverReply, SettlementBody } from '../model';

const HAND_OVERS = 'hand-overs';
const LOOK_MS = 1_000;

/** Hand-overs so far, newest first. */
export function useHandOvers(): UseQueryResult<WirePage<HandOverReply>> {
  const { api } = useSession();
  return useQuery({ queryKey: [HAND_OVERS], queryFn: ({ signal }) => api.get<WirePage<HandOverReply>>('/hand-overs', signal) });
}

/** One hand-over; read again and again while entries wait for their turn. */
export function useHandOver(id: string): UseQueryResult<HandOverReply> {
  const { api } = useSession();
  return useQuery({
    queryKey: [HAND_OVERS, id],
    queryFn: ({ signal }) => api.get<HandOverReply>(`/hand-overs/${id}`, signal),
    refetchInterval: ({ state }) => ((state.data?.pending ?? 0) > 0 ? LOOK_MS : false),
  });
}

/** Settles one exception: for another successor, or as changed by hand. */
export function useSettle(handOverId: string, itemId: string): UseMutationResult<HandOverReply, ApiError, SettlementBody> {
  const { api } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => api.post<HandOverReply>(`/hand-overs/${handOverId}/items/${itemId}/settlement`, body),
    onSuccess: (reply) => queries.setQueryData([HAND_OVERS, handOverId], reply),
  });
}
