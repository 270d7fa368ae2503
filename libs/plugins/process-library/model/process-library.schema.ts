import { z } from 'zod';
import type { DefinitionView, DraftView, LintFinding } from '@fashen/plugin-api';

/** Longest drawing that is read, in characters. */
const XML_LENGTH = 2_000_000;

/** The text of a drawing. */
export const drawing = z.string().min(1).max(XML_LENGTH);
const xml = drawing;

/** Key of a process: the id of the process element in its drawing. */
export const processKey = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,99}$/);

/** Body of `POST /processes/check`. */
export const checkBody = z.strictObject({ xml });
export type CheckBody = z.infer<typeof checkBody>;

/** Body of `PUT /processes/:key/draft`; `revision` is the one the change was made from, 0 for the first. */
export const draftBody = z.strictObject({ xml, revision: z.number().int().min(0) });
export type DraftBody = z.infer<typeof draftBody>;

/** Body of `POST /processes/:key/publication`. */
export const publicationBody = z.strictObject({ xml, reason: z.string().trim().min(1).max(500) });
export type PublicationBody = z.infer<typeof publicationBody>;

/** Query of `GET /incidents`. */
export const incidentQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type IncidentQuery = z.infer<typeof incidentQuery>;

/** A version with the name of its publisher. */
export type VersionReply = DefinitionView & { readonly publishedByName: string };

/** A draft with the name of who saved it last; lists leave out the drawing. */
export type DraftReply = DraftView & { readonly updatedByName: string };
export type DraftHead = Omit<DraftReply, 'xml'>;

/** A process in the list. Without `latest` it was never published and cannot be started. */
export interface ProcessSummary {
  readonly key: string;
  readonly name: string;
  readonly latest?: VersionReply;
  /** Only for those who may read drawings. */
  readonly draft?: DraftHead;
}

/** One process with all its versions, newest first. */
export interface ProcessReply extends ProcessSummary {
  readonly versions: readonly VersionReply[];
}

/** A finding in the language of the reader. */
export interface FindingReply extends LintFinding {
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** What checking a drawing found. */
export interface CheckReply {
  readonly findings: readonly FindingReply[];
}
