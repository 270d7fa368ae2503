import { useQuery } from '@tanstack/react-query';
import { withQuery } from './api-client';
import { useSession } from './session';
import type { WirePage } from './wire';

interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

const PAGE = 200;
const MOST_PAGES = 20;
const FRESH_MS = 300_000;

/** Gives names of people where the server only told ids; the id itself while they are read, and for nobody it knows. The directory is read once for all. */
export function usePersonNames(): (personId: string) => string {
  const { api } = useSession();
  const people = useQuery({
    queryKey: ['person-names'],
    staleTime: FRESH_MS,
    queryFn: async ({ signal }) => {
      const names = new Map<string, string>();
      let after: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const read = await api.get<WirePage<NamedPerson>>(withQuery('/people', { limit: PAGE, after }), signal);
        for (const { id, name } of read.items) names.set(id, name);
        after = read.next;
        if (after === undefined) break;
      }
      return names;
    },
  });
  return (personId) => people.data?.get(personId) ?? personId;
}
