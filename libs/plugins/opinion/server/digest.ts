import { createHash } from 'node:crypto';
import type { Json } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import type { OpinionContent, SignedContent } from '../model';

/** SHA-256 of a text, hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Canonical JSON of the parts of an opinion that are signed. */
export function opinionHash({ text, result, clauses }: OpinionContent): string {
  const content: Json = { text, clauses, result: result ?? null };
  return digestOf(canonicalJson(content));
}

/** Canonical JSON of everything an act submits: what a person is shown before they sign, to the letter. */
export function contentHash({ op, data, opinion }: SignedContent): string {
  const content: Json = { op, data, opinion: opinionHash(opinion) };
  return digestOf(canonicalJson(content));
}
