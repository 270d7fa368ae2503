import { type QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type {
  CheckReply,
  DraftReply,
  FindingReply,
  ProcessReply,
  ProcessSummary,
  VersionReply,
} from '@fashen/plugins/process-library/model';
import { type ApiClient, asApiError, useSession, type Wire, type WirePage } from '@fashen/ui';

export type WireProcess = Wire<ProcessSummary>;
export type WireProcessDetail = Wire<ProcessReply>;
export type WireVersion = Wire<VersionReply>;
export type WireDraft = Wire<DraftReply>;
export type WireFinding = FindingReply;

/** Every process. */
export function useProcesses(): UseQueryResult<readonly WireProcess[]> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['processes'],
    queryFn: async ({ signal }) => (await api.get<WirePage<WireProcess>>('/processes', signal)).items,
  });
}

/** One process with its versions. */
export function useProcess(key: string): UseQueryResult<WireProcessDetail> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['processes', key],
    queryFn: ({ signal }) => readProcess(api, key, signal),
  });
}

/** One process, read now. */
export function readProcess(api: ApiClient, key: string, signal?: AbortSignal): Promise<WireProcessDetail> {
  return api.get<WireProcessDetail>(`/processes/${encodeURIComponent(key)}`, signal);
}

/** The drawing of a version. It never changes. */
export function useVersionXml(versionId: string | undefined): UseQueryResult<string> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['process-xml', versionId],
    queryFn: ({ signal }) => readVersionXml(api, versionId ?? '', signal),
    enabled: versionId !== undefined,
    staleTime: Infinity,
  });
}

/** Reads the drawing of a version. */
export async function readVersionXml(api: ApiClient, versionId: string, signal?: AbortSignal): Promise<string> {
  return (await api.get<{ xml: string }>(`/processes/versions/${encodeURIComponent(versionId)}/xml`, signal)).xml;
}

/** The draft, or `undefined` when there is none. */
export async function findDraft(api: ApiClient, key: string, signal?: AbortSignal): Promise<WireDraft | undefined> {
  try {
    return await api.get<WireDraft>(`/processes/${encodeURIComponent(key)}/draft`, signal);
  } catch (error) {
    if (asApiError(error).status === 404) return undefined;
    throw error;
  }
}

/** Everything that stands against a drawing. */
export async function checkDrawing(api: ApiClient, xml: string): Promise<readonly WireFinding[]> {
  return (await api.post<CheckReply>('/processes/check', { xml })).findings;
}

/** Makes lists and pages of processes read again. */
export function refreshProcesses(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['processes'] });
}

/** Id of the first start event of a drawing, where one begins to read it. */
export function startOf(xml: string): string | undefined {
  return /<(?:\w+:)?startEvent [^>]*\bid="([^"]+)"/.exec(xml)?.[1];
}

/** True when somebody has drawn something that is not published. */
export function isDraftOpen(process: Pick<WireProcess, 'draft' | 'latest'>): boolean {
  if (!process.draft) return false;
  return !process.latest || process.draft.updatedAt > process.latest.publishedAt;
}
