import type { JsonObject } from '@fashen/plugin-api';

/**
 * A "no" of the server, or of the line to it. `code` is the key of its text; `params` fill the gaps of that text.
 * `requestId` is what the operators find it by. Codes of our own: `ui.offline`, `ui.timeout`, `ui.unexpected`.
 */
export class ApiError extends Error {
  readonly requestId?: string;
  /** The sentence of the server, shown when this page has no text of its own for the code. */
  readonly serverText?: string;

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    readonly params: JsonObject = {},
    answer: { readonly requestId?: string; readonly serverText?: string } = {},
  ) {
    super(code);
    this.name = 'ApiError';
    this.requestId = answer.requestId;
    this.serverText = answer.serverText;
  }
}

/** Turns whatever was thrown into an `ApiError`, so that screens have one kind of failure to show. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, 'ui.unexpected', { detail: error instanceof Error ? error.message : String(error) });
}

/** True when the same request may succeed later without any change: no answer, or the server was busy. */
export function isWorthRetrying(error: ApiError): boolean {
  return error.status === 0 || error.status === 503;
}
