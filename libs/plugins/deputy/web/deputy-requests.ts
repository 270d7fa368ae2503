import { useMutation, type UseMutationResult, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { type ApiError, useAttempt, useSession, type WirePage } from '@fashen/ui';
import type { HandOverReply, NewRule, NewRuleReply, PrincipalReply, RuleReply } from '../model';

const RULES = 'deputy-rules';
const PRINCIPALS = 'deputy-principals';

/** Rules that name the person. */
export function useRules(personId: string): UseQueryResult<WirePage<RuleReply>> {
  const { api, person } = useSession();
  const query = personId === person.id ? '' : `?personId=${personId}`;
  return useQuery({
    queryKey: [RULES, personId],
    queryFn: ({ signal }) => api.get<WirePage<RuleReply>>(`/deputies${query}`, signal),
  });
}

/** Everybody for whom one may act now. */
export function usePrincipals(): readonly PrincipalReply[] {
  const { api } = useSession();
  const found = useQuery({
    queryKey: [PRINCIPALS],
    queryFn: ({ signal }) => api.get<WirePage<PrincipalReply>>('/deputies/principals', signal),
    refetchInterval: 60_000,
  });
  return found.data?.items ?? [];
}

/** Makes a rule. */
export function useAddRule(): UseMutationResult<NewRuleReply, ApiError, NewRule> {
  const { api } = useSession();
  const attempt = useAttempt();
  return useChange((body) => api.post<NewRuleReply>('/deputies', body, attempt.keyFor(body)), attempt.done);
}

/** Ends a rule. */
export function useEndRule(ruleId: string): UseMutationResult<RuleReply, ApiError, string> {
  const { api } = useSession();
  return useChange((reason) => api.post<RuleReply>(`/deputies/${ruleId}/ending`, { reason }));
}

/** Gives the open tasks a rule speaks of to the deputy for good. */
export function useHandOverOpenTasks(ruleId: string): UseMutationResult<HandOverReply, ApiError, void> {
  const { api } = useSession();
  return useChange(() => api.post<HandOverReply>(`/deputies/${ruleId}/open-tasks`));
}

/** A write after which rules, tasks and numbers are read again. */
function useChange<T, B>(change: (body: B) => Promise<T>, onDone?: () => void): UseMutationResult<T, ApiError, B> {
  const queries = useQueryClient();
  return useMutation<T, ApiError, B>({
    mutationFn: change,
    onSuccess: async () => {
      onDone?.();
      await queries.invalidateQueries();
    },
  });
}
