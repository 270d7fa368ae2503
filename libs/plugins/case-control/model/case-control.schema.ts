import { z } from 'zod';

/** What is done to a case as a whole. */
export const CASE_ACTIONS = ['suspend', 'resume', 'terminate'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

const reason = z.string().trim().min(1).max(500);

/** `?dryRun=true`: say what it would do, and do nothing. */
export const dryRunQuery = z.strictObject({ dryRun: z.stringbool().optional() });
export type DryRunQuery = z.infer<typeof dryRunQuery>;

/** Body of the operations on a case. */
export const reasonBody = z.strictObject({ reason });
export type ReasonBody = z.infer<typeof reasonBody>;

/** Body of `POST /migrations`. `nodes`: ids of the new version by those of the old one; what is not named keeps its id. */
export const migrationBody = z.strictObject({
  processKey: z.string().min(1).max(100),
  fromVersion: z.number().int().positive(),
  toVersion: z.number().int().positive(),
  nodes: z.record(z.string().max(100), z.string().max(100)).default({}),
  reason,
});
export type MigrationBody = z.infer<typeof migrationBody>;

/** How a case of a migration stands. */
export const ITEM_STATES = ['OPEN', 'FITS', 'MISFIT', 'MIGRATED', 'FAILED', 'GONE'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Query of `GET /migrations/:id`. `after` is the number of the last item seen. */
export const itemsQuery = z.strictObject({
  state: z.enum(ITEM_STATES).optional(),
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ItemsQuery = z.infer<typeof itemsQuery>;

/** Where a list of migrations goes on: time and id of the last one seen, as the list gave them. */
const migrationCursor = z
  .string()
  .regex(/^\d{1,16}\.[0-9a-f-]{1,36}$/)
  .transform((text): MigrationCursor => {
    const [plannedAt = '', id = ''] = text.split('.');
    return { plannedAt: Number(plannedAt), id };
  });

/** A place in the list of migrations. */
export interface MigrationCursor {
  readonly plannedAt: number;
  readonly id: string;
}

const processKey = z.string().min(1).max(100);

/** Query of `GET /migrations`. */
export const migrationsQuery = z.strictObject({
  processKey: processKey.optional(),
  after: migrationCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MigrationsQuery = z.infer<typeof migrationsQuery>;

/** Query of `GET /migrations/versions`. */
export const versionsQuery = z.strictObject({ processKey });
export type VersionsQuery = z.infer<typeof versionsQuery>;

/** Query of `GET /migrations/mapping`. */
export const mappingQuery = z.strictObject({
  processKey,
  fromVersion: z.coerce.number().int().positive(),
  toVersion: z.coerce.number().int().positive(),
});
export type MappingQuery = z.infer<typeof mappingQuery>;

/** Body of `POST /tasks/batch-submission`. All are agreed with the same opinion; which answers that means says the drawing. */
export const batchBody = z.strictObject({
  taskIds: z.array(z.string().min(1).max(36)).min(1).max(100),
  opinion: z.string().trim().max(5000).default(''),
});
export type BatchBody = z.infer<typeof batchBody>;
