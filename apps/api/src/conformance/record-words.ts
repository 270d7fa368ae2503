import type { RecordEntry, RecordKind } from '@fashen/conformance';
import type { Json } from '@fashen/plugin-api';
import { textAt, valueAt } from './answers';

/** An entry of our record, as its page answers it. */
export interface StoredEntry {
  readonly actorId: string;
  readonly onBehalfOf?: string;
  readonly act: string;
  readonly payload: Json;
}

type Words = (payload: Json) => readonly RecordKind[];

const always =
  (...kinds: readonly RecordKind[]): Words =>
  () =>
    kinds;
const byField =
  (field: string, table: Readonly<Record<string, readonly RecordKind[]>>): Words =>
  (payload) =>
    table[textAt(payload, field) ?? ''] ?? [];

/** What each act of our record is called in the kit. */
const WORDS: Readonly<Record<string, Words>> = {
  'assignment.claimed': always('CLAIM'),
  'assignment.released': always('RELEASE'),
  'assignment.autoPassed': always('AUTO_SKIP'),
  'approval.voted': byField('choice', { agree: ['AGREE'], against: ['AGAINST'], abstain: ['ABSTAIN'] }),
  'approval.transferred': always('TRANSFER'),
  'approval.asked': byField('kind', { ADVICE: ['DELEGATE'], BEFORE: ['ADD_SIGN'], AFTER: ['ADD_SIGN'], REWORK: ['REWORK'] }),
  'approval.answered': (payload) =>
    ({ agree: ['AGREE'] as const, against: ['AGAINST'] as const })[textAt(payload, 'choice') ?? ''] ?? ['ADVICE'],
  'approval.revoked': always('REVOKE'),
  'approval.signersAdded': always('ADD_SIGN'),
  'approval.signerRemoved': always('REMOVE_SIGN'),
  'approval.voteTakenBack': always('TAKE_BACK_VOTE'),
  'rework.returned': always('RETURN'),
  'rework.resubmitted': always('RESUBMIT'),
  'rework.skippedOver': always('SKIPPED'),
  'rework.ended': byField('kind', { REJECTED: ['REJECT'], WITHDRAWN: ['WITHDRAW'] }),
  'rework.takenBack': always('TAKE_BACK'),
  'rework.jumped': always('JUMP'),
  'circulate.urged': always('URGE'),
  'circulate.sent': byField('mode', { copy: ['CC'], circulation: ['CIRCULATE'] }),
  'circulate.commented': always('COMMENT'),
  'deadline.expired': always('TIMEOUT'),
  'deadline.escalated': always('ESCALATE'),
  'engine.instanceTerminated': always('TERMINATE'),
  'engine.taskCancelled': always('CANCELLED'),
};

/** Acts that say what the end of a task was; beside one of them the end itself says nothing more. */
const MEANINGS: ReadonlySet<string> = new Set(['approval.voted', 'approval.decided', 'rework.resubmitted']);

/** The record of a case in the words of the kit. The end of a step without a vote is an agreement. */
export function recordInWords(stored: readonly StoredEntry[], nameOf: (personId: string) => string): readonly RecordEntry[] {
  const meant = new Set(
    stored.filter(({ act }) => MEANINGS.has(act)).flatMap(({ payload }) => [textAt(payload, 'taskId'), textAt(payload, 'visitId')]),
  );
  return stored.flatMap((entry) => {
    const isPlainEnd = entry.act === 'engine.taskCompleted' && !meant.has(textAt(entry.payload, 'taskId'));
    const kinds = isPlainEnd ? (['AGREE'] as const) : (WORDS[entry.act]?.(entry.payload) ?? []);
    return kinds.map((kind) => entryOf(entry, kind, nameOf));
  });
}

function entryOf({ actorId, onBehalfOf, payload }: StoredEntry, kind: RecordKind, nameOf: (personId: string) => string): RecordEntry {
  const node = textAt(payload, 'nodeId');
  const opinion = textAt(payload, 'opinion') ?? textAt(valueAt(payload, 'outcome'), 'opinion');
  return {
    kind,
    by: nameOf(actorId),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: nameOf(onBehalfOf) }),
    ...(node === undefined ? {} : { node }),
    ...(opinion === undefined ? {} : { opinion }),
  };
}
