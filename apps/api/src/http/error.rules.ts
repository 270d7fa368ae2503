import type { ErrorKind, JsonObject } from '@fashen/plugin-api';
import { isWorkflowError } from '@fashen/plugin-api';

/** What an error becomes on the wire, before its text is found. */
export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly params: JsonObject;
  /** True when it is a bug of ours: logged with its stack, and nothing about it told. */
  readonly isBug: boolean;
}

/** The only place that knows HTTP numbers. */
const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unprocessable: 422,
  locked: 423,
  tooMany: 429,
  busy: 503,
};

const BUG: Answer = { status: 500, code: 'api.INTERNAL', params: {}, isBug: true };

/** Decides how an error is answered. */
export function answerTo(error: unknown): Answer {
  if (isWorkflowError(error)) return { status: statusOf[error.kind], code: error.code, params: error.params, isBug: false };
  const status = statusIn(error);
  if (status === undefined || status < 400 || status >= 500) return BUG;
  return { status, code: codeOf(status), params: {}, isBug: false };
}

/** Errors of the framework and of the body parser carry their HTTP number. */
function statusIn(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const status: unknown =
    'getStatus' in error && typeof error.getStatus === 'function' ? error.getStatus() : 'status' in error && error.status;
  return typeof status === 'number' ? status : undefined;
}

function codeOf(status: number): string {
  if (status === 404) return 'api.NOT_FOUND';
  return status === 413 ? 'api.TOO_LARGE' : 'api.REQUEST_REFUSED';
}
