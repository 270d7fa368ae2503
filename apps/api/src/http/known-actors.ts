import { Injectable } from '@nestjs/common';
import { type Actor, Deputies, Directory, type Session, Sessions, type Tx } from '@fashen/plugin-api';

/** Session and actor behind a token, as they are at this moment. */
export interface KnownActor {
  readonly session: Session;
  readonly actor: Actor;
}

/** Who stands behind a session, and for whom that person acts. */
@Injectable()
export class KnownActors {
  constructor(
    private readonly sessions: Sessions,
    private readonly directory: Directory,
    private readonly deputies: Deputies,
  ) {}

  /** Absent when nobody is signed in. Whom a request names acts only by a rule that is in force; without one it is refused. */
  async find(tx: Tx, token: string, principalId: string | undefined): Promise<KnownActor | undefined> {
    const session = await this.sessions.find(tx, token);
    const actor = session && (await this.directory.actor(tx, session.personId));
    if (!session || !actor) return undefined;
    if (principalId === undefined) return { session, actor };
    return { session, actor: { ...actor, onBehalfOf: await this.deputies.require(tx, actor.personId, principalId) } };
  }

  touch(tx: Tx, sessionId: string): Promise<void> {
    return this.sessions.touch(tx, sessionId);
  }
}
