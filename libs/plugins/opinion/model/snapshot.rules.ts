import type { Json, JsonObject } from '@fashen/plugin-api';
import type { OpinionContent } from './opinion.schema';

/** What an act submits: the answers with the opinion. See `signedContent`. */
export interface SignedContent {
  readonly op: 'complete' | 'act';
  readonly data: JsonObject;
  readonly opinion: OpinionContent;
}

/** What a signature covers. Hashes are SHA-256, hex, over canonical JSON. */
export interface SignedSnapshot {
  readonly op: SignedContent['op'];
  readonly caseId: string;
  readonly taskId: string;
  readonly signerId: string;
  /** By what the signer has proved who signs. Signatures from before there was a choice do not say it. */
  readonly method?: string;
  /** Digest of the whole content, as it was shown to the person before the signature. */
  readonly contentHash: string;
  readonly formHash: string;
  readonly opinionHash: string;
  /** Content hashes of the files of the case at that moment, sorted. */
  readonly attachmentHashes: readonly string[];
  /** Version of the process the case runs. */
  readonly ruleVersion: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Hash of the last entry of the case's record before the signature. */
  readonly prevRecordHash: string;
}

/** Paths at which the case data no longer say what was signed. */
export function changedPaths(signed: Json | undefined, now: Json | undefined, path = ''): readonly string[] {
  if (isObject(signed)) {
    const other = isObject(now) ? now : {};
    return Object.entries(signed).flatMap(([name, value]) => changedPaths(value, other[name], path === '' ? name : `${path}.${name}`));
  }
  // Merging a null removes the value.
  const expected = signed ?? undefined;
  return JSON.stringify(expected) === JSON.stringify(now ?? undefined) ? [] : [path];
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
