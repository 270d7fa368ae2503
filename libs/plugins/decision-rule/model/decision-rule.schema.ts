import type { JsonObject } from '@fashen/plugin-api';
import { z } from 'zod';
import type { DecisionTableView } from './table-view.rules';

const xml = z.string().min(1).max(1_000_000);
const json: z.ZodType<JsonObject> = z.record(z.string(), z.json());
const plainName = z.string().regex(/^[A-Za-z_]\w{0,99}$/);

/** Attributes of `decision-rule:Binding` on a business-rule task: which decision, and the variable its result is written to. */
export const decisionBinding = z.strictObject({ decision: z.string().regex(/^[A-Za-z_][\w-]{0,99}$/), result: plainName });

/** Saves a draft; `revision` is the one the editor loaded, 0 for the first. */
export const draftBody = z.strictObject({ xml, revision: z.int().min(0) });
export type DraftBody = z.infer<typeof draftBody>;

/** Checks a file; `known` is data its cells may refer to, such as `{ parameters: {...} }`. */
export const checkBody = z.strictObject({ xml, known: json.optional() });
export type CheckBody = z.infer<typeof checkBody>;

/** Publishes a version. The reason is kept for ever. */
export const publicationBody = z.strictObject({ xml, reason: z.string().trim().min(1).max(2_000) });
export type PublicationBody = z.infer<typeof publicationBody>;

/** Tries a decision: the version in force, a given version, or a file that is not published. Writes nothing. */
export const evaluationBody = z.strictObject({ input: json, versionId: z.string().max(36).optional(), xml: xml.optional() });
export type EvaluationBody = z.infer<typeof evaluationBody>;

/** A published version as lists show it. */
export interface DecisionSummary {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  /** SHA-256 of the XML, hex. */
  readonly hash: string;
  readonly reason: string;
  readonly publishedBy: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** A published version with its content. */
export interface DecisionVersion extends DecisionSummary {
  readonly xml: string;
}

/** A version as a page shows it: with the root table to paint and everything it is built on. */
export interface DecisionView extends DecisionVersion {
  readonly table: DecisionTableView;
  readonly tables: readonly DecisionTableView[];
  /** Revision of the draft, when somebody works on one; only told with the latest version. */
  readonly draftRevision?: number;
}

/** A file somebody works on. */
export interface DecisionDraft {
  readonly key: string;
  readonly xml: string;
  readonly revision: number;
  readonly updatedBy: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}
