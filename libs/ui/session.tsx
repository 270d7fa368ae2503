import { createContext, useContext } from 'react';
import type { ApiClient } from './api-client';
import type { SessionPerson } from './wire';

/** For whom the person acts as a deputy. */
export interface Acting {
  readonly personId: string;
  readonly name: string;
  /** The server does not let the person act any more; what is on the screen stays until the person leaves it. */
  readonly isOver?: boolean;
}

/** What every screen of a signed-in person may rely on. */
export interface Session {
  readonly api: ApiClient;
  readonly person: SessionPerson;
  readonly signOut: () => Promise<void>;
  readonly acting?: Acting;
  /** Acts for somebody from now on, or for oneself again. Everything on the screen is read anew, at this path. */
  readonly actFor: (principal: Acting | undefined, path: string) => void;
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

/** Whose tasks are one's work now: the principal's while one acts for somebody, else one's own. */
export function useHolderId(): string {
  const { acting, person } = useSession();
  return acting?.personId ?? person.id;
}
