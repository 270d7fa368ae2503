import type { JsonObject } from '@fashen/plugin-api';
import { ApiError } from './api-error';
import { sendWithProgress } from './upload';

/** What a request carries besides its path. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, or as multipart when it is `FormData`. */
  readonly body?: object;
  /** Key of the submission attempt. The same key again never does the thing twice; see `useAttempt`. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Default 30 seconds. */
  readonly timeoutMs?: number;
}

/** Where the server is and what happens when it does not know us any more. */
export interface ApiClientOptions {
  /** Default `/api`. */
  readonly baseUrl?: string;
  /** Called on 401 to anything but the login itself. */
  readonly onSignedOut?: () => void;
  /** Called when the server says that one may not act any more for the person the request named. */
  readonly onActingOver?: (principalId: string) => void;
}

/** What the server answers to whoever acts for somebody without a rule in force. */
const ACTING_OVER = ['deputy.NO_RULE', 'deputy.RULE_ENDED', 'deputy.CYCLE'];

type QueryValue = string | number | boolean | undefined;

/** Builds a path with query; absent and empty values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/**
 * Talks to the API of Fashen. Every failure is an `ApiError`. Adds the CSRF token to writes, and the person for whom one acts to
 * everything but the session, which is one's own.
 * Does not retry by itself: a read is retried by the query cache, a write by the person, with the same idempotency key.
 */
export class ApiClient {
  private csrfToken = '';
  private principalId: string | undefined;
  private readonly baseUrl: string;

  constructor(private readonly options: ApiClientOptions = {}) {
    this.baseUrl = options.baseUrl ?? '/api';
  }

  /** The token of the present session; from `GET /session` or the login. */
  useCsrfToken(token: string): void {
    this.csrfToken = token;
  }

  /** From now on requests are made for this person; without one for oneself. */
  actFor(principalId: string | undefined): void {
    this.principalId = principalId;
  }

  /** Address of a resource. */
  url(path: string): string {
    return `${this.baseUrl}${path}`;
  }

  /** Address that the browser opens by itself, such as a download: it says for whom one acts, because a link has no headers. */
  link(path: string): string {
    const url = this.url(path);
    if (this.principalId === undefined) return url;
    return `${url}${url.includes('?') ? '&' : '?'}on-behalf-of=${encodeURIComponent(this.principalId)}`;
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.request<T>(path, { signal });
  }

  post<T>(path: string, body: object = {}, idempotencyKey?: string): Promise<T> {
    return this.request<T>(path, { method: 'POST', body, idempotencyKey });
  }

  put<T>(path: string, body: object, idempotencyKey?: string): Promise<T> {
    return this.request<T>(path, { method: 'PUT', body, idempotencyKey });
  }

  /** Sends files as multipart and tells how much has gone, from 0 to 1. */
  async upload<T>(path: string, body: FormData, onProgress: (share: number) => void): Promise<T> {
    const { status, text } = await sendWithProgress(
      { url: this.url(path), headers: this.headers(path, { method: 'POST', body }) },
      body,
      onProgress,
    );
    return this.accept<T>(path, new Response(text, { status }));
  }

  /** Sends one request and parses the answer. An answer without a body is `undefined`. */
  async request<T>(path: string, options: RequestOptions): Promise<T> {
    return this.accept<T>(path, await this.send(path, options));
  }

  private async accept<T>(path: string, response: Response): Promise<T> {
    const payload = await readBody(response);
    if (response.ok) return payload as T;
    const error = errorOf(response, payload);
    if (response.status === 401 && path !== '/session') this.options.onSignedOut?.();
    if (this.principalId !== undefined && ACTING_OVER.includes(error.code)) this.options.onActingOver?.(this.principalId);
    throw error;
  }

  private async send(path: string, options: RequestOptions): Promise<Response> {
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    options.signal?.addEventListener('abort', stop, { once: true });
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      abort.abort();
    }, options.timeoutMs ?? 30_000);
    try {
      return await fetch(this.url(path), {
        method: options.method ?? 'GET',
        credentials: 'same-origin',
        headers: this.headers(path, options),
        body: encode(options.body),
        signal: abort.signal,
      });
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      throw new ApiError(0, timedOut ? 'ui.timeout' : 'ui.offline');
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
    }
  }

  private headers(path: string, options: RequestOptions): Record<string, string> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (options.body && !(options.body instanceof FormData)) headers['content-type'] = 'application/json';
    if (options.method && options.method !== 'GET') headers['x-csrf-token'] = this.csrfToken;
    if (this.principalId !== undefined && path !== '/session') headers['x-on-behalf-of'] = this.principalId;
    if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
    return headers;
  }
}

function encode(body: object | undefined): BodyInit | undefined {
  if (!body) return undefined;
  return body instanceof FormData ? body : JSON.stringify(body);
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(response: Response, payload: unknown): ApiError {
  const body = isRecord(payload) ? payload : {};
  const code = typeof body.code === 'string' ? body.code : 'ui.unexpected';
  const params = isRecord(body.params) ? (body.params as JsonObject) : { status: response.status };
  const requestId = typeof body.requestId === 'string' ? body.requestId : (response.headers.get('x-request-id') ?? undefined);
  const serverText = typeof body.message === 'string' ? body.message : undefined;
  return new ApiError(response.status, code, params, { requestId, serverText });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
