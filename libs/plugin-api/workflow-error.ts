import type { JsonObject } from './workflow-event';

/**
 * What kind of "no" an error is. HTTP numbers are known to the error filter only:
 * `invalid` 400, `unauthenticated` 401, `forbidden` 403, `missing` 404, `conflict` 409, `unprocessable` 422, `locked` 423, `tooMany` 429, `busy` 503.
 * Only `busy` is worth trying again unchanged.
 */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'missing' | 'conflict' | 'unprocessable' | 'locked' | 'tooMany' | 'busy';

/**
 * An error that a user can cause and can understand. The code is also the key of its text in `i18n`;
 * `params` fill the gaps of that text. Anything else that is thrown is a bug of ours.
 */
export class WorkflowError extends Error {
  constructor(
    /** `<plugin>.<name>`, such as `legal-review.REVIEW_NOT_PASSED`. */
    readonly code: string,
    readonly kind: ErrorKind,
    readonly params: JsonObject = {},
  ) {
    super(code);
    this.name = 'WorkflowError';
  }
}

/** True for our own errors, also when two copies of this package are loaded. */
export function isWorkflowError(error: unknown): error is WorkflowError {
  return error instanceof Error && error.name === 'WorkflowError' && 'code' in error && 'kind' in error;
}

const declared = new Map<string, ErrorKind>();

/** Codes that `defineErrors` has declared for a plugin so far, sorted. The host checks at boot that each has its text. */
export function declaredErrorCodes(pluginId: string): readonly string[] {
  return [...declared.keys()].filter((code) => code.startsWith(`${pluginId}.`)).sort();
}

/**
 * Declares the errors of a plugin in one table, name to kind:
 * `const formErrors = defineErrors('form', { unknownKey: 'invalid' }); throw formErrors.unknownKey({ key });`
 */
export function defineErrors<T extends Readonly<Record<string, ErrorKind>>>(
  pluginId: string,
  table: T,
): { readonly [K in keyof T]: ((params?: JsonObject) => WorkflowError) & { readonly code: string } } {
  const made = Object.entries(table).map(([name, kind]) => {
    const code = `${pluginId}.${name}`;
    declared.set(code, kind);
    return [name, Object.assign((params?: JsonObject) => new WorkflowError(code, kind, params), { code })];
  });
  return Object.fromEntries(made) as never;
}
