import { createHash, randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Idempotency, Locale, RequestContext } from '@fashen/plugin-api';
import { REQUEST_CONTEXT } from '@fashen/plugin-api/server';
import { apiErrors } from './api.errors';

/** A request as it passes through our border. */
export interface ApiRequest extends Request {
  requestId: string;
  /** Milliseconds since the epoch. */
  arrivedAt: number;
  rawBody?: Buffer;
  [REQUEST_CONTEXT]?: RequestContext;
}

const PLAIN_REQUEST_ID = /^[\w.-]{8,64}$/;
const LONGEST_KEY = 100;

/** First of all middleware: gives the request its id, taken over from a proxy when it is a plain one. */
export function identify(request: Request, response: Response, next: NextFunction): void {
  const own = request as ApiRequest;
  const given = request.headers['x-request-id'];
  own.requestId = typeof given === 'string' && PLAIN_REQUEST_ID.test(given) ? given : randomUUID();
  own.arrivedAt = Date.now();
  response.setHeader('X-Request-Id', own.requestId);
  next();
}

/** The language of the answer: cookie `fashen-locale`, then `Accept-Language`, else Chinese. */
export function localeOf(request: Request): Locale {
  const cookie = /(?:^|;\s*)fashen-locale=(zh-CN|en)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  if (cookie === 'en' || cookie === 'zh-CN') return cookie;
  const wanted = request.acceptsLanguages('zh-CN', 'zh', 'en');
  return wanted === 'en' ? 'en' : 'zh-CN';
}

/** True for requests that only read. */
export const isReading = (request: Request): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(request.method);

const LONGEST_ID = 36;

/** The person for whom the request is made, from the header `x-on-behalf-of`; of a link, which has no headers, from its query. */
export function principalOf(request: Request): string | undefined {
  const given = request.headers['x-on-behalf-of'] ?? (isReading(request) ? request.query['on-behalf-of'] : undefined);
  return typeof given === 'string' && given !== '' ? given.slice(0, LONGEST_ID) : undefined;
}

/** The client's promise from the header `Idempotency-Key`, with a fingerprint over method, address and body. */
export function idempotencyOf(request: ApiRequest): Idempotency | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || isReading(request)) return undefined;
  if (typeof key !== 'string' || key === '' || key.length > LONGEST_KEY) throw apiErrors.KEY_INVALID({ longest: LONGEST_KEY });
  const hash = createHash('sha256').update(`${request.method}\n${request.originalUrl}\n${forWhom(request)}`);
  // A file is not read again for this: its length stands for it.
  hash.update(request.rawBody ?? `length ${request.headers['content-length'] ?? 'unknown'}`);
  return { key, fingerprint: hash.digest('hex') };
}

/** Nothing without a principal, so that promises made before keep their fingerprint. */
function forWhom(request: Request): string {
  const principalId = principalOf(request);
  return principalId === undefined ? '' : `for ${principalId}\n`;
}
