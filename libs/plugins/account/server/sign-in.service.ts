import { Injectable } from '@nestjs/common';
import { Directory, type Person, type Tx } from '@fashen/plugin-api';
import { accountErrors, accountEvents, loginKey, type SessionReply } from '../model';
import { type Attempt, AttemptsService } from './attempts.service';
import { type Credential, CredentialRepository } from './credential.repository';
import { SessionService } from './session.service';

/** The steps of signing in that touch the database; the controller compares the password between them. */
@Injectable()
export class SignInService {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly attempts: AttemptsService,
    private readonly sessions: SessionService,
    private readonly directory: Directory,
  ) {}

  /** First step: counts the attempt and says which account it is about, if any. */
  async begin(tx: Tx, attempt: Attempt): Promise<Credential | undefined> {
    const counted = await this.attempts.count(tx, attempt);
    const credential = await this.credentials.findByName(tx, loginKey(attempt.name));
    const locks = counted.lockedUntil > tx.now.getTime();
    if (credential && locks) tx.emit(accountEvents.locked({ accountId: credential.id, until: counted.lockedUntil }));
    return credential;
  }

  /**
   * Last step, the password being right: account and person must still be there, and a session begins.
   * The session the browser had before ends, so that nobody can plant one beforehand.
   */
  async finish(
    tx: Tx,
    attempt: Attempt,
    known: { readonly accountId: string; readonly oldToken: string },
  ): Promise<SessionReply & { readonly token: string }> {
    const credential = await this.credentials.find(tx, known.accountId);
    const person = credential?.active ? await this.directory.find(tx, credential.personId) : undefined;
    if (!credential || !person?.active) throw accountErrors.LOGIN_REFUSED();
    await this.attempts.clear(tx, attempt);
    const { token, csrfToken } = await this.sessions.begin(tx, credential, known.oldToken);
    return { token, csrfToken, person: await this.describe(tx, person) };
  }

  /** The password was right after all, and no session is wanted. */
  forgive(tx: Tx, attempt: Attempt): Promise<void> {
    return this.attempts.clear(tx, attempt);
  }

  /** The signed-in person as the browser shows it. */
  async current(tx: Tx, token: string): Promise<SessionReply> {
    const session = await this.sessions.find(tx, token);
    if (!session) throw accountErrors.LOGIN_REFUSED();
    return { csrfToken: session.csrfToken, person: await this.describe(tx, await this.directory.require(tx, session.personId)) };
  }

  /** The account behind a session. */
  async account(tx: Tx, token: string): Promise<Credential> {
    const session = await this.sessions.find(tx, token);
    const account = session && (await this.credentials.find(tx, session.accountId));
    if (!account) throw accountErrors.LOGIN_REFUSED();
    return account;
  }

  /** The account of the person who acts, if they have an active one. */
  ownAccount(tx: Tx): Promise<Credential | undefined> {
    return this.credentials.findByPerson(tx, tx.actor.personId);
  }

  signOut(tx: Tx, token: string): Promise<void> {
    return this.sessions.end(tx, token);
  }

  private async describe(tx: Tx, person: Person): Promise<SessionReply['person']> {
    const actor = await this.directory.actor(tx, person.id);
    const { id, name, unitId, unitName, posts, roles } = person;
    return { id, name, unitId, unitName, posts, roles, permissions: actor?.permissions ?? [] };
  }
}
