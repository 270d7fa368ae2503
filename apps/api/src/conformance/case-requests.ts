import type { CaseOperation } from '@fashen/conformance';
import type { Cast } from './cast';

/** One request on a case: the last part of its path, and its body. */
export interface CaseRequest {
  readonly path: string;
  readonly body: object;
}

type Name = CaseOperation['op'];
type PlainName = Exclude<Name, 'jump' | 'setData' | 'migrate'>;
type Named<N extends Name> = CaseOperation extends infer O
  ? O extends { readonly op: infer P }
    ? N extends P
      ? O
      : never
    : never
  : never;
type Requests = { readonly [N in PlainName]: (operation: Named<N>, cast: Cast) => CaseRequest };

const REASON = 'as the case of the kit says';
const withReason = (path: string) => (): CaseRequest => ({ path, body: { reason: REASON } });
const readers =
  (path: string) =>
  ({ to }: { readonly to: readonly string[] }, cast: Cast): CaseRequest => ({
    path,
    body: { personIds: to.map((name) => cast.idOf(name)) },
  });

/** How each operation of the kit on a case is asked for here. */
const REQUESTS: Requests = {
  withdraw: withReason('withdrawal'),
  cc: readers('copies'),
  circulate: readers('circulation'),
  readCopy: () => ({ path: 'copies/reading', body: {} }),
  comment: ({ text }) => ({ path: 'circulation/comments', body: { text } }),
  suspend: withReason('suspension'),
  resume: withReason('resumption'),
  terminate: withReason('termination'),
  message: ({ name }) => ({ path: 'messages', body: { name } }),
};

/** The request of a plain operation; `undefined` for the others. */
export function caseRequestOf(operation: CaseOperation, cast: Cast): CaseRequest | undefined {
  const request = (REQUESTS as Partial<Record<Name, (operation: CaseOperation, cast: Cast) => CaseRequest>>)[operation.op];
  return request?.(operation, cast);
}
