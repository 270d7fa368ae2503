import type { TaskOperation } from '@fashen/conformance';
import type { Cast } from './cast';

/** One request on a task: the last part of its path, and its body. */
export interface TaskRequest {
  readonly path: string;
  readonly body: object;
}

type Name = TaskOperation['op'];
/** Operations that are one request each; the others need to look something up first. */
export type PlainName = Exclude<Name, 'agree' | 'return' | 'resubmit' | 'removeSeat' | 'saveDraft'>;
type Named<N extends Name> = TaskOperation extends infer O
  ? O extends { readonly op: infer P }
    ? N extends P
      ? O
      : never
    : never
  : never;
type Requests = { readonly [N in PlainName]: (operation: Named<N>, cast: Cast) => TaskRequest };

const REASON = 'as the case of the kit says';

const plain = (path: string) => (): TaskRequest => ({ path, body: {} });
const withReason = (path: string) => (): TaskRequest => ({ path, body: { reason: REASON } });
const opinionOf = ({ opinion }: { readonly opinion?: string }): { opinion: string } => ({ opinion: opinion ?? 'done' });

const signers = (operation: { readonly people: readonly string[] }, cast: Cast, more: object): TaskRequest => ({
  path: 'added-signers',
  body: { personIds: operation.people.map((name) => cast.idOf(name)), reason: REASON, ...more },
});

/** How each operation of the kit is asked for here. */
const REQUESTS: Requests = {
  open: plain('opening'),
  claim: plain('claim'),
  release: plain('release'),
  against: (operation) => ({ path: 'objection', body: opinionOf(operation) }),
  abstain: (operation) => ({ path: 'abstention', body: opinionOf(operation) }),
  transfer: ({ to, reason = REASON }, cast) => ({ path: 'transfer', body: { personId: cast.idOf(to), reason } }),
  delegate: ({ to }, cast) => ({ path: 'delegation', body: { personId: cast.idOf(to), reason: REASON } }),
  advise: (operation) => ({ path: 'advice', body: opinionOf(operation) }),
  revokeDelegation: withReason('delegation-revocation'),
  addBefore: (operation, cast) => signers(operation, cast, { position: 'before', order: operation.order }),
  addAfter: (operation, cast) => signers(operation, cast, { position: 'after', ...opinionOf(operation) }),
  addParallel: (operation, cast) => signers(operation, cast, { position: 'parallel', weight: operation.weight }),
  sendOwnPart: ({ to, reason = REASON }, cast) => ({ path: 'seat-rework', body: { personId: cast.idOf(to), reason } }),
  finishRework: (operation) => ({ path: 'advice', body: opinionOf(operation) }),
  reject: ({ reason = REASON }) => ({ path: 'rejection', body: { reason } }),
  takeBack: withReason('taking-back'),
  takeBackVote: withReason('vote-withdrawal'),
  urge: plain('urging'),
};

/** The request of a plain operation; `undefined` for the others. */
export function taskRequestOf(operation: TaskOperation, cast: Cast): TaskRequest | undefined {
  const request = (REQUESTS as Partial<Record<Name, (operation: TaskOperation, cast: Cast) => TaskRequest>>)[operation.op];
  return request?.(operation, cast);
}
