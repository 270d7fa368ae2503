import { canonicalJson, isWholeText } from './canonical-json';

/** What one entry of a case's record says. Texts stand here exactly as they are stored. */
export interface RecordContent {
  readonly instanceId: string;
  /** 1, 2, 3, ... within the case, without gaps. */
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actorId: string;
  /** For whom the actor acted, and by which rule; null when for himself. Entries before there were rules name none. */
  readonly onBehalfOf: string | null;
  readonly ruleId: string | null;
  /** Name of the event, such as `engine.taskCompleted`. */
  readonly act: string;
  /** Canonical JSON of the event's payload. */
  readonly payload: string;
  /** Canonical JSON of the state before and after, where the act changes one. */
  readonly before: string | null;
  readonly after: string | null;
  /** The actor's own words. */
  readonly reason: string | null;
  readonly requestId: string;
}

/** One link by each of the two digests, lower-case hex. */
export interface Link {
  readonly sha256: string;
  readonly sm3: string;
}

/** An entry with its links: to itself, and to the entry before it. */
export interface RecordRow extends RecordContent, Link {
  readonly prevSha256: string;
  readonly prevSm3: string;
}

/** Digests of a text as hex, each over the byte 0x01 (which sets entries apart from other hashed things) and the text in UTF-8. */
export interface Digests {
  sha256(text: string): string;
  sm3(text: string): string;
}

/** What is wrong with a record: a row is missing, was changed, stands in another's place, or does not follow the row before it. */
export type BreakKind = 'gap' | 'changed' | 'reordered' | 'bad-prev';

/** The first row of a case that cannot be trusted. For a gap, the first number that is missing. */
export interface RecordBreak {
  readonly instanceId: string;
  readonly seq: number;
  readonly kind: BreakKind;
}

/** What the first entry of every case links to. */
export const GENESIS: Link = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) };

/** Up to how many places further on a moved row is recognized; beyond that it counts as changed. */
const REORDER_REACH = 1000;

/** Links an entry to the one before it. */
export function sealed(content: RecordContent, previous: Link, digests: Digests): RecordRow {
  return { ...content, prevSha256: previous.sha256, prevSm3: previous.sm3, ...linkOf(content, previous, digests) };
}

/**
 * Checks a row against the row before it in the same case (none for the first). Undefined means it can be trusted as far as a chain
 * can tell: a cut tail, and a case rewritten with all its digests, are found by anchors kept elsewhere only.
 */
export function breakAt(row: RecordRow, previous: RecordRow | undefined, digests: Digests): RecordBreak | undefined {
  const expected = (previous?.seq ?? 0) + 1;
  if (row.seq !== expected) return { instanceId: row.instanceId, seq: expected, kind: 'gap' };

  const { instanceId, seq } = row;
  const isLinked = follows(row, previous ?? GENESIS);
  if (isUntouched(row, digests)) return isLinked ? undefined : { instanceId, seq, kind: 'bad-prev' };
  return { instanceId, seq, kind: !isLinked && isFromElsewhere(row, digests) ? 'reordered' : 'changed' };
}

/**
 * The text whose digest seals an entry: canonical JSON of the stored texts, their algorithm and the digest before.
 * Version 2 holds the rule by which somebody acted for another; without one the text is that of version 1.
 */
export function envelopeOf(content: RecordContent, algorithm: 'sha256' | 'sm3', prev: string): string {
  const { instanceId, seq, at, actorId, onBehalfOf, ruleId, act, payload, before, after, reason, requestId } = content;
  const v = ruleId === null ? 1 : 2;
  return canonicalJson({
    v,
    alg: algorithm,
    prev,
    instanceId,
    seq,
    at,
    actorId,
    onBehalfOf,
    ...(ruleId !== null && { ruleId }),
    act,
    payload,
    before,
    after,
    reason,
    requestId,
  });
}

function linkOf(content: RecordContent, previous: Link, digests: Digests): Link {
  return {
    sha256: digests.sha256(envelopeOf(content, 'sha256', previous.sha256)),
    sm3: digests.sm3(envelopeOf(content, 'sm3', previous.sm3)),
  };
}

function isUntouched(row: RecordRow, digests: Digests): boolean {
  if (!isStorable(row)) return false;
  const link = linkOf(row, { sha256: row.prevSha256, sm3: row.prevSm3 }, digests);
  return link.sha256 === row.sha256 && link.sm3 === row.sm3;
}

function follows(row: RecordRow, previous: Link): boolean {
  return row.prevSha256 === previous.sha256 && row.prevSm3 === previous.sm3;
}

/** True when the row is whole under another number: it was moved, not changed. */
function isFromElsewhere(row: RecordRow, digests: Digests): boolean {
  if (!isStorable(row)) return false;
  for (let seq = 1; seq <= row.seq + REORDER_REACH; seq++) {
    if (seq !== row.seq && digests.sha256(envelopeOf({ ...row, seq }, 'sha256', row.prevSha256)) === row.sha256) return true;
  }
  return false;
}

function isStorable(row: RecordRow): boolean {
  return Object.values(row).every((value) => typeof value !== 'string' || isWholeText(value));
}
