import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { ApiClient, asApiError, ErrorView, LoadingView, type WireSession } from '@fashen/ui';
import { LoginPage } from '../pages/login/LoginPage';
import { PersonGate } from './PersonGate';

const SESSION = ['session'];

/** Asks who is signed in, and shows the login or the application. A session that ends meanwhile leads back to the login. */
export function SessionGate(): ReactNode {
  const queries = useQueryClient();
  const [hasEnded, setHasEnded] = useState(false);
  const [overFor, setOverFor] = useState<string>();
  const api = useMemo(() => {
    const onSignedOut = (): void => {
      setHasEnded(true);
      queries.setQueryData(SESSION, null);
    };
    return new ApiClient({ onSignedOut, onActingOver: setOverFor });
  }, [queries]);
  const session = useQuery({ queryKey: SESSION, queryFn: () => readSession(api), staleTime: Infinity, refetchOnWindowFocus: true });
  const csrfToken = session.data?.csrfToken;
  useEffect(() => {
    if (csrfToken) api.useCsrfToken(csrfToken);
  }, [api, csrfToken]);

  if (session.isPending) return <LoadingView />;
  if (session.error) return <ErrorView error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return <LoginPage api={api} hasEnded={hasEnded} onSignedIn={() => void session.refetch()} />;
  api.useCsrfToken(session.data.csrfToken);
  const signOut = async (): Promise<void> => {
    await api.request('/session', { method: 'DELETE' });
    setHasEnded(false);
    queries.clear();
    queries.setQueryData(SESSION, null);
  };
  const { person } = session.data;
  return (
    <PersonGate key={person.id} api={api} person={person} signOut={signOut} overFor={overFor} onActing={() => setOverFor(undefined)} />
  );
}

/** `null` when nobody is signed in, which is not a failure. */
async function readSession(api: ApiClient): Promise<WireSession | null> {
  try {
    return await api.get<WireSession>('/session');
  } catch (error) {
    if (asApiError(error).status === 401) return null;
    throw error;
  }
}
