import type { JsonObject } from '@fashen/plugin-api';
import type { Citation } from './citation.rules';
import type { OpinionContent, OpinionPolicy } from './opinion.schema';

/** A draft as its author gets it back. Nobody else ever does. */
export interface DraftReply {
  readonly opinion?: OpinionContent;
  readonly form?: { readonly version: number; readonly data: JsonObject };
  /** Counts saves of the answers; like `revision`. */
  readonly formRevision: number;
  /** When the answers were saved last. */
  readonly formSavedAt?: number;
  readonly baseVersion: number;
  /** Counts saves for this task; 0 while only an earlier visit of the step has one. */
  readonly revision: number;
  readonly savedAt: number;
  /** The task has changed since the draft was begun. */
  readonly isStale: boolean;
}

/** One's own draft for a task, if there is one. */
export interface OwnDraftReply {
  readonly draft?: DraftReply;
}

/** What the opinion box of a task needs. */
export interface OpinionBoxReply {
  readonly policy?: OpinionPolicy;
  readonly draft?: DraftReply;
}

/** A version of a draft that was kept. */
export interface DraftVersionReply extends OpinionContent {
  readonly no: number;
  readonly savedAt: number;
}

/** A submitted opinion. */
export interface OpinionReply extends OpinionContent {
  readonly id: string;
  readonly taskId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly personId: string;
  readonly personName: string;
  /** Whose task it was, when the person acted for another. */
  readonly onBehalfOf?: string;
  readonly onBehalfOfName?: string;
  readonly submittedAt: number;
  readonly hash: string;
  /** Copies of the cited clauses that were in the library then; of opinions from before there was one, none. */
  readonly citations?: readonly Citation[];
  readonly correctsId?: string;
  readonly reason?: string;
  readonly signatureId?: string;
}

/** A signature that was just given. */
export interface SignatureReply {
  readonly signatureId: string;
  readonly hash: string;
}

/** Why a signature does not cover what is stored. */
export type UncoveredPart = 'snapshot' | 'form' | 'data' | 'opinion' | 'attachments' | 'record';

/** Whether a signature covers what is stored now. */
export interface SignatureVerification {
  readonly isCovered: boolean;
  readonly uncovered: readonly UncoveredPart[];
  /** Paths of the case data that no longer say what was signed. */
  readonly changedPaths: readonly string[];
  /** Content hashes of files that came after the signature. */
  readonly addedLater: readonly string[];
  readonly method: string;
  readonly signedAt: number;
  readonly hash: string;
}

/** A phrase, its gaps filled when it was asked for a task. */
export interface PhraseReply {
  readonly id: string;
  readonly scope: 'personal' | 'unit' | 'node';
  readonly text: string;
  readonly filled: string;
  readonly uses: number;
  readonly mayRemove: boolean;
}
