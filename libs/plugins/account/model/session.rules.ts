/** How long a session lives. */
export interface SessionPolicy {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

/** When a session was made and last used, in milliseconds since the epoch. */
export interface SessionTimes {
  readonly createdAt: number;
  readonly seenAt: number;
}

const MINUTE = 60_000;

/** True while the session may be used: not idle too long and not too old. */
export function isAlive(session: SessionTimes, now: number, policy: SessionPolicy): boolean {
  if (now - session.seenAt >= policy.idleMinutes * MINUTE) return false;
  return now - session.createdAt < policy.absoluteHours * 60 * MINUTE;
}

/** True when the note of use is older than a twentieth of the idle time: a write now and then instead of one with every request. */
export const touchIsDue = (session: SessionTimes, now: number, policy: SessionPolicy): boolean =>
  now - session.seenAt >= (policy.idleMinutes * MINUTE) / 20;

/** The cookie that carries the session token. The `__Host-` prefix needs TLS. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-fashen' : 'fashen');

/** Reads the session token out of a `Cookie` header. Two cookies of that name are one too many: none is taken. */
export function sessionTokenOf(cookieHeader: string | undefined, secure: boolean): string | undefined {
  const prefix = `${sessionCookieName(secure)}=`;
  const found = (cookieHeader ?? '').split(';').map((part) => part.trim());
  const values = found.filter((part) => part.startsWith(prefix)).map((part) => part.slice(prefix.length));
  const [token] = values;
  return values.length === 1 && token && /^[\w-]{20,100}$/.test(token) ? token : undefined;
}
