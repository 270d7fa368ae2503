import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Session, Sessions, type Tx } from '@fashen/plugin-api';
import { accountEvents, isAlive, touchIsDue } from '../model';
import { ACCOUNT_CONFIG, type AccountConfig } from './account.config';
import type { Credential } from './credential.repository';
import { SessionRepository } from './session.repository';

const TOKEN_BYTES = 32;
const MINUTE = 60_000;

/** Begins, finds and ends sessions. */
@Injectable()
export class SessionService extends Sessions {
  constructor(
    private readonly repository: SessionRepository,
    @Inject(ACCOUNT_CONFIG) private readonly config: AccountConfig,
  ) {
    super();
  }

  async find(tx: Tx, token: string): Promise<Session | undefined> {
    const session = await this.repository.find(tx, hashOf(token));
    const now = tx.now.getTime();
    if (!session || !isAlive(session, now, this.config)) return undefined;
    const { id: sessionId, accountId, personId } = session;
    return { sessionId, accountId, personId, csrfToken: csrfTokenOf(token), touchDue: touchIsDue(session, now, this.config) };
  }

  touch(tx: Tx, sessionId: string): Promise<void> {
    return this.repository.touch(tx, sessionId);
  }

  /** Begins a session under a new token and ends the one the browser had before, so that nobody can plant a token beforehand. */
  async begin(tx: Tx, credential: Credential, oldToken: string): Promise<{ token: string; csrfToken: string }> {
    await this.repository.remove(tx, hashOf(oldToken));
    await this.repository.removeUnusedSince(tx, tx.now.getTime() - this.config.idleMinutes * MINUTE);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.repository.add(tx, { id: randomUUID(), accountId: credential.id, personId: credential.personId }, hashOf(token));
    tx.emit(accountEvents.signedIn({ accountId: credential.id, personId: credential.personId }));
    return { token, csrfToken: csrfTokenOf(token) };
  }

  /** Ends one session. A second time nothing happens. */
  async end(tx: Tx, token: string): Promise<void> {
    const session = await this.repository.find(tx, hashOf(token));
    await this.repository.remove(tx, hashOf(token));
    if (session) tx.emit(accountEvents.signedOut({ accountId: session.accountId, personId: session.personId }));
  }

  /** Ends the sessions of an account, but for the one with this token. */
  endOthers(tx: Tx, accountId: string, keptToken?: string): Promise<void> {
    return this.repository.removeOthers(tx, accountId, keptToken ? hashOf(keptToken) : undefined);
  }
}

/** The database knows only this: who reads it cannot sign in with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Follows from the session token, so nothing has to be stored, and does not lead back to it. */
const csrfTokenOf = (token: string): string => createHmac('sha256', token).update('fashen-csrf').digest('base64url');
