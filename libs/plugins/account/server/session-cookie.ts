import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { sessionCookieName, sessionTokenOf } from '../model';
import { ACCOUNT_CONFIG, type AccountConfig } from './account.config';

/** Carries the session token to the browser and back. */
@Injectable()
export class SessionCookie {
  constructor(@Inject(ACCOUNT_CONFIG) private readonly config: AccountConfig) {}

  /** The token of this request; empty when it has none. */
  read(request: Request): string {
    return sessionTokenOf(request.headers.cookie, this.config.secureCookie) ?? '';
  }

  write(response: Response, token: string): void {
    response.cookie(sessionCookieName(this.config.secureCookie), token, this.options());
  }

  clear(response: Response): void {
    response.clearCookie(sessionCookieName(this.config.secureCookie), this.options());
  }

  /** Without an end date: the cookie goes with the browser, and the server ends the session earlier. */
  private options(): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.config.secureCookie };
  }
}
