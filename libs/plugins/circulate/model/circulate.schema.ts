import { z } from 'zod';

/** Moddle type of the extension element, and the key under which a model element carries it. */
export const COPY = 'circulate:Copy';

/** Moments at which a step sends copies by itself. */
export const COPY_MOMENTS = ['enter', 'pass', 'end'] as const;
export type CopyMoment = (typeof COPY_MOMENTS)[number];

/** Ways to name the readers. */
export const READER_KINDS = ['role', 'person', 'field'] as const;

/** `copy` is for reading only (抄送); `circulation` lets the readers comment (传阅). */
export const COPY_MODES = ['copy', 'circulation'] as const;
export type CopyMode = (typeof COPY_MODES)[number];

/** Where a copy came from: a person, the moment of a step, or that the reader's own step was passed by. */
export type CopySource = 'person' | 'passedBy' | CopyMoment;

/** Words of a list attribute, which are separated by blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

const words = z.string().default('').transform(wordsOf);

/** Reads the extension element. A published model always parses: the lint rule of this plugin has looked at it. */
export const copyRule = z.object({
  on: words,
  kind: z.enum(READER_KINDS),
  /** Roles, person ids, or paths into the case data, as `kind` says. */
  value: words,
  mode: z.enum(COPY_MODES).default('copy'),
});
export type CopyRule = z.infer<typeof copyRule>;

const id = z.string().min(1).max(36);

/** Query of every operation: what would happen, without doing it. */
export const operationQuery = z.strictObject({ dryRun: z.stringbool().optional() });
export type OperationQuery = z.infer<typeof operationQuery>;

/** Body of the two ways to urge. */
export const urgingBody = z.strictObject({ message: z.string().trim().min(1).max(200).optional() });
export type UrgingBody = z.infer<typeof urgingBody>;

/** Body of `POST /cases/:id/copies` and `POST /cases/:id/circulation`. */
export const readersBody = z.strictObject({
  personIds: z.array(id).max(200).default([]),
  roles: z.array(id).max(20).default([]),
  reason: z.string().trim().min(1).max(500).optional(),
});
export type ReadersBody = z.infer<typeof readersBody>;

/** Body of `POST /cases/:id/circulation/comments`. */
export const commentBody = z.strictObject({ text: z.string().trim().min(1).max(2000) });
export type CommentBody = z.infer<typeof commentBody>;

/** Query of `GET /copies`. */
export const copyListQuery = z.strictObject({
  view: z.enum(['unread', 'read']).default('unread'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CopyListQuery = z.infer<typeof copyListQuery>;
