import { createContext, useContext } from 'react';
import type { ApiClient } from './api-client';
import type { SessionPerson } from './wire';

/** What every screen of a signed-in person may rely on. */
export interface Session {
  readonly api: ApiClient;
  readonly person: SessionPerson;
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives the session to everything below. */
export const SessionProvider = SessionContext.Provider;

/** The session. Only screens behind the login may ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session: this screen stands outside the login');
  return session;
}

/** True when the signed-in person holds a permission. The server checks again; this only hides what would be refused. */
export function usePermission(permission: string): boolean {
  return useSession().person.permissions.includes(permission);
}
