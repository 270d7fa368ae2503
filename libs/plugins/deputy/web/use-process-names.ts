import { useQuery } from '@tanstack/react-query';
import { useSession, type WirePage } from '@fashen/ui';

interface Procedure {
  readonly key: string;
  readonly name: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Names of the processes of the bureau by key. */
export function useProcessNames(): ReadonlyMap<string, string> {
  const { api } = useSession();
  const found = useQuery({
    queryKey: ['deputy-procedures'],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<WirePage<Procedure>>('/procedures', signal);
      return new Map(items.map(({ key, name }) => [key, name]));
    },
    staleTime: 300_000,
  });
  return found.data ?? NONE;
}
