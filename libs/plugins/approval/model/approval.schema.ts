import { z } from 'zod';
import { fractionOf } from './threshold.rules';

const personId = z.string().min(1).max(36);
const opinion = z.string().trim().max(5000).default('');
const reason = z.string().trim().min(1).max(500);
const expectedVersion = z.number().int().min(1).optional();

/** Query of every operation: with `dryRun=true` it answers what would happen, and nothing does. */
export const operateQuery = z.strictObject({ dryRun: z.stringbool().default(false) });
export type OperateQuery = z.infer<typeof operateQuery>;

/** Body of a vote, and of an answer to who asked. */
export const voteBody = z.strictObject({ opinion, expectedVersion });
export type VoteBody = z.infer<typeof voteBody>;

/** Body of `POST /tasks/:id/advice`. */
export const adviceBody = z.strictObject({ opinion: z.string().trim().min(1).max(5000), expectedVersion });
export type AdviceBody = z.infer<typeof adviceBody>;

/** Body of `POST /tasks/:id/transfer`. */
export const transferBody = z.strictObject({ personId, reason, expectedVersion });
export type TransferBody = z.infer<typeof transferBody>;

/** Body of `POST /tasks/:id/delegation` and `.../rework`. */
export const askBody = z.strictObject({ personId, reason, dueAt: z.iso.datetime({ offset: true }).optional(), expectedVersion });
export type AskBody = z.infer<typeof askBody>;

/** Body of what only needs a reason. */
export const reasonBody = z.strictObject({ reason, expectedVersion });
export type ReasonBody = z.infer<typeof reasonBody>;

/** Body of `POST /tasks/:id/added-signers`. */
export const addSignersBody = z.strictObject({
  position: z.enum(['before', 'after', 'parallel']),
  personIds: z.array(personId).min(1).max(50),
  /** Before and after: how the asked people take their turns. */
  order: z.enum(['parallel', 'sequential']).default('parallel'),
  /** Before: when the group is done. */
  rule: z.enum(['all', 'any', 'ratio']).default('all'),
  threshold: z
    .string()
    .max(11)
    .refine((text) => fractionOf(text) !== undefined)
    .optional(),
  /** Before: what they are against is decided against. */
  childVeto: z.boolean().default(false),
  /** After: what the holder says, who agrees by this. */
  opinion,
  /** Parallel: what each added signer weighs. */
  weight: z.number().int().min(1).max(100).default(1),
  /** Parallel, where signers follow one another: right after the actor, or last. */
  place: z.enum(['next', 'end']).default('next'),
  reason,
  expectedVersion,
});
export type AddSignersBody = z.infer<typeof addSignersBody>;

/** Body of `POST /tasks/:id/removed-signer`. */
export const removeSignerBody = z.strictObject({ seatId: z.string().min(1).max(36), reason, expectedVersion });
export type RemoveSignerBody = z.infer<typeof removeSignerBody>;
