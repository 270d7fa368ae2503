import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSession, type WirePage, type WireTask } from '@fashen/ui';
import type { OfficeDays } from '@fashen/plugins/calendar/model';
import type { CaseClocksReply, StandingClock } from '../model';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Which task a light is about. */
export type LitTask = Pick<WireTask, 'id' | 'instanceId' | 'executionId'>;

/** All clocks of a case. */
export function useCaseClocks(caseId: string): UseQueryResult<CaseClocksReply> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['case', caseId, 'clocks'],
    queryFn: ({ signal }) => api.get<CaseClocksReply>(`/cases/${caseId}/clocks`, signal),
    refetchInterval: MINUTE_MS,
  });
}

/** The days by which lights count. One request serves all lights of the page. */
export function useOfficeDays(): OfficeDays | undefined {
  const { api } = useSession();
  const found = useQuery({
    queryKey: ['/clocks/office-days'],
    queryFn: ({ signal }) => api.get<OfficeDays>('/clocks/office-days', signal),
    staleTime: HOUR_MS,
  });
  return found.data;
}

/** Why a task of one's own has no due time though it has a clock. One request serves all lights of the page. */
export function useStanding(task: LitTask | undefined, isAsked: boolean): StandingClock | undefined {
  const { api } = useSession();
  const found = useQuery({
    queryKey: ['/clocks/standing'],
    queryFn: ({ signal }) => api.get<WirePage<StandingClock>>('/clocks/standing', signal),
    staleTime: MINUTE_MS,
    enabled: isAsked && task !== undefined,
  });
  return isAsked ? found.data?.items.find(({ taskId }) => taskId === task?.id) : undefined;
}
