import { createHash } from 'node:crypto';
import type { JsonObject } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';

/** A draft with its fingerprints, hex. */
export interface DraftText {
  /** Canonical JSON of draft and party. */
  readonly content: string;
  readonly sha256: string;
  readonly sm3: string;
}

/** What is reviewed, discussed and decided: draft and party of the case data, nothing else. */
export function reviewedPart(variables: JsonObject): JsonObject {
  return { draft: variables['draft'] ?? {}, party: variables['party'] ?? {} };
}

/** Fingerprints of the draft as it stands in the case data. An opinion counts only for the draft with the same fingerprint. */
export function draftTextOf(variables: JsonObject): DraftText {
  const content = canonicalJson(reviewedPart(variables));
  const digest = (algorithm: string): string => createHash(algorithm).update(content).digest('hex');
  return { content, sha256: digest('sha256'), sm3: digest('sm3') };
}
