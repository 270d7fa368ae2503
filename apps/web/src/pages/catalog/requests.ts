import { type QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { DecisionDraft, DecisionSummary, DecisionView } from '@fashen/plugins/decision-rule/model';
import type { ParameterField, ParameterValues, ParameterVersion } from '@fashen/plugins/legal-review/model';
import { type ApiClient, asApiError, useSession, type WirePage } from '@fashen/ui';

export type { DecisionDraft, DecisionSummary, DecisionView, ParameterField, ParameterValues, ParameterVersion };

/** Reply of `GET /parameter-sets`. */
export interface ParameterSetsReply {
  readonly items: readonly ParameterVersion[];
  /** Code of the set in force. */
  readonly activeCode?: string;
  /** How to show each figure, in order. */
  readonly fields: readonly ParameterField[];
}

const decisionPath = (key: string): string => `/decisions/${encodeURIComponent(key)}`;

/** Latest version of every decision. */
export function useDecisions(): UseQueryResult<readonly DecisionSummary[]> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['decisions'],
    queryFn: async ({ signal }) => (await api.get<WirePage<DecisionSummary>>('/decisions', signal)).items,
  });
}

/** A decision as published: the latest version, or the given one. */
export function useDecision(key: string, versionId?: string): UseQueryResult<DecisionView> {
  const { api } = useSession();
  const path = versionId ? `/decisions/versions/${encodeURIComponent(versionId)}` : decisionPath(key);
  return useQuery({ queryKey: ['decisions', key, versionId], queryFn: ({ signal }) => api.get<DecisionView>(path, signal) });
}

/** The latest version of a decision, read now. */
export function readDecision(api: ApiClient, key: string, signal?: AbortSignal): Promise<DecisionView> {
  return api.get<DecisionView>(decisionPath(key), signal);
}

/** All versions of a decision, newest first. */
export function useDecisionVersions(key: string): UseQueryResult<readonly DecisionSummary[]> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['decisions', key, 'versions'],
    queryFn: async ({ signal }) => (await api.get<WirePage<DecisionSummary>>(`${decisionPath(key)}/versions`, signal)).items,
  });
}

/** The draft of a decision, or `undefined` when there is none. */
export async function findDecisionDraft(api: ApiClient, key: string, signal?: AbortSignal): Promise<DecisionDraft | undefined> {
  try {
    return await api.get<DecisionDraft>(`${decisionPath(key)}/draft`, signal);
  } catch (error) {
    if (asApiError(error).status === 404) return undefined;
    throw error;
  }
}

/** The parameter sets of the bureau. */
export function useParameterSets(): UseQueryResult<ParameterSetsReply> {
  const { api } = useSession();
  return useQuery({ queryKey: ['parameter-sets'], queryFn: ({ signal }) => api.get<ParameterSetsReply>('/parameter-sets', signal) });
}

/** Makes everything about rules read again. */
export async function refreshRules(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['decisions'] });
  await queries.invalidateQueries({ queryKey: ['parameter-sets'] });
}
