import {
  type QueryClient,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { type ApiError, useSession, withQuery, type Wire, type WirePage } from '@fashen/ui';
import type { MappingReply, MigrationDetail, MigrationReply, VersionCases } from '../../model';

export type WireMigration = Wire<MigrationReply>;
export type WireMapping = Wire<MappingReply>;

/** A process as the choice of a new migration names it. */
export interface NamedProcess {
  readonly key: string;
  readonly name: string;
}

/** A plan: which versions, what stands for what, and why. */
export interface NewPlan {
  readonly processKey: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly nodes: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** While its job runs a migration is read again this often. */
const LIVE_MS = 1000;

/** Every process. */
export function useProcessNames(): UseQueryResult<readonly NamedProcess[]> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['processes'],
    queryFn: async ({ signal }) => (await api.get<WirePage<NamedProcess>>('/processes', signal)).items,
  });
}

/** Versions of a process with the number of cases that run in each, newest first. */
export function useVersionCases(processKey: string | undefined, isOn = true): UseQueryResult<readonly Wire<VersionCases>[]> {
  const { api } = useSession();
  return useQuery({
    // A publication makes everything about processes read again.
    queryKey: ['processes', processKey, 'version-cases'],
    enabled: isOn && processKey !== undefined,
    queryFn: ({ signal }) => api.get<readonly Wire<VersionCases>[]>(withQuery('/migrations/versions', { processKey }), signal),
  });
}

/** Two versions side by side. */
export function useMapping(between: Omit<NewPlan, 'nodes' | 'reason'> | undefined): UseQueryResult<WireMapping> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['migrations', 'mapping', between],
    enabled: between !== undefined,
    queryFn: ({ signal }) => {
      const { processKey, fromVersion, toVersion } = between ?? { processKey: '', fromVersion: 0, toVersion: 0 };
      return api.get<WireMapping>(withQuery('/migrations/mapping', { processKey, fromVersion, toVersion }), signal);
    },
  });
}

/** A migration as it stands, read again every second while its job runs. */
export function useMigration(id: string): UseQueryResult<Wire<MigrationDetail>> {
  const { api } = useSession();
  return useQuery({
    queryKey: ['migrations', 'one', id],
    queryFn: ({ signal }) => api.get<Wire<MigrationDetail>>(`/migrations/${encodeURIComponent(id)}?limit=1`, signal),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data.state) ? LIVE_MS : false),
  });
}

/** Whether the job of a migration is under way. */
export function isRunning(state: WireMigration['state']): boolean {
  return state === 'CHECKING' || state === 'RUNNING';
}

/** Makes the plan and begins to look at every case. */
export function usePlan(): UseMutationResult<WireMigration, ApiError, NewPlan> {
  const { api } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (plan) => {
      const { id } = await api.post<WireMigration>('/migrations', plan);
      return api.post<WireMigration>(`/migrations/${id}/check`);
    },
    onSuccess: () => readAgain(queries),
  });
}

/** Begins a job of a migration. */
export function useMigrationJob(id: string): UseMutationResult<WireMigration, ApiError, 'check' | 'execution' | 'retry'> {
  const { api } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (job) => api.post<WireMigration>(`/migrations/${encodeURIComponent(id)}/${job}`),
    onSuccess: () => readAgain(queries),
  });
}

async function readAgain(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['migrations'] });
  await queries.invalidateQueries({ queryKey: ['processes'] });
}
