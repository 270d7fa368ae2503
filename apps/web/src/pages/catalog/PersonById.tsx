import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PersonName, useSession, type WirePage } from '@fashen/ui';

interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** A person by name where the server only told the id. The directory is read once for all of them. */
export function PersonById({ id }: { readonly id: string }): ReactNode {
  const { api } = useSession();
  const people = useQuery({
    queryKey: ['people-names'],
    queryFn: async ({ signal }) => (await api.get<WirePage<NamedPerson>>('/people?limit=200', signal)).items,
    staleTime: Infinity,
  });
  return <PersonName id={id} name={people.data?.find((person) => person.id === id)?.name} />;
}
