import { z } from 'zod';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);
const day = z.iso.date();

/** One clause that opinions and decisions cite. */
export const clauseSchema = z.strictObject({
  /** The bureau's own code; the same clause keeps it from version to version. */
  code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/),
  law: words(100),
  article: words(60),
  /** What it is about. */
  title: words(200),
  /** First day on which it was in force; absent where nobody has entered it. */
  validFrom: day.optional(),
  /** Last day on which it was in force; absent while it is. */
  validUntil: day.optional(),
  /** Where the entry comes from and how far it was checked. */
  source: words(300),
  text: words(4_000).optional(),
});
export type Clause = z.infer<typeof clauseSchema>;

/** True unless a clause ends before it begins. */
export const hasPeriod = ({ validFrom, validUntil }: Pick<Clause, 'validFrom' | 'validUntil'>): boolean =>
  validFrom === undefined || validUntil === undefined || validFrom <= validUntil;

/** All clauses of a version, by code. */
export const clauseList = z.array(clauseSchema).min(1).max(3_000);

const limit = z.coerce.number().int().min(1).max(200).default(50);

/** Query of `GET /legal-basis/clauses`, by code; `after` is the last code seen. */
export const clauseQuery = z.strictObject({
  search: z.string().max(100).optional(),
  /** The day on which a clause has to be in force, such as that of the conduct. */
  on: day.optional(),
  after: z.string().max(40).optional(),
  limit,
});
export type ClauseQuery = z.infer<typeof clauseQuery>;

/** Query of `GET /legal-basis/versions`, newest first; `after` is the number of the last version seen. */
export const versionQuery = z.strictObject({ after: z.coerce.number().int().optional(), limit });
export type VersionQuery = z.infer<typeof versionQuery>;

/** A pasted table: put into the library, or in the place of all of it. */
export const previewBody = z.strictObject({ text: z.string().min(1).max(900_000), mode: z.enum(['merge', 'replace']) });
export type PreviewBody = z.infer<typeof previewBody>;

/** All clauses of the next version, with source and reason. `basedOn` is the version that was looked at, 0 for none. */
export const publicationBody = z.strictObject({
  clauses: clauseList.refine((clauses) => clauses.every(hasPeriod)),
  source: words(300),
  reason: words(2_000),
  basedOn: z.int().min(0),
});
export type PublicationBody = z.infer<typeof publicationBody>;
