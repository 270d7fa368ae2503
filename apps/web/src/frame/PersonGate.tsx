import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Acting, type Session, SessionProvider } from '@fashen/ui';
import { storeActing, storedActing } from './acting-store';
import { AppRouter } from './AppRouter';

/** The application for one person, or for somebody for whom the person acts. What belongs to the other one is not kept. */
export function PersonGate(
  props: Pick<Session, 'api' | 'person' | 'signOut'> & {
    /** The person for whom the server does not let one act any more. */
    readonly overFor: string | undefined;
    readonly onActing: () => void;
  },
): ReactNode {
  const { api, person, overFor } = props;
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(() => storedActing(person.id));
  api.actFor(chosen?.personId);
  const actFor = (principal: Acting | undefined, path: string): void => {
    storeActing(person.id, principal);
    api.actFor(principal?.personId);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    window.history.pushState(null, '', path);
    props.onActing();
    setChosen(principal);
  };
  const signOut = async (): Promise<void> => {
    await props.signOut();
    storeActing(person.id, undefined);
    api.actFor(undefined);
  };
  const acting = chosen && { ...chosen, isOver: overFor === chosen.personId };
  return (
    <SessionProvider value={{ api, person, signOut, actFor, ...(acting && { acting }) }} key={chosen?.personId ?? ''}>
      <AppRouter />
    </SessionProvider>
  );
}
