import { z } from 'zod';
import type { JsonObject, TryOut, TryOutWait } from '@fashen/plugin-api';
import { drawing } from './process-library.schema';

/** Most acts of one try-out. Each request runs all of them again. */
const MAX_ACTS = 200;
const ID_LENGTH = 100;
/** Most waits at one step: the limit of items of a multi-instance step. */
const MAX_WAITS = 1_000;

const data: z.ZodType<JsonObject> = z.record(z.string().max(ID_LENGTH), z.json());
const id = z.string().min(1).max(ID_LENGTH);
const place = { nodeId: id, at: z.number().int().min(0).max(MAX_WAITS).optional() };

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complete'), ...place, output: data.optional() }),
  z.strictObject({ kind: z.literal('timer'), ...place }),
  z.strictObject({ kind: z.literal('message'), ...place, output: data.optional() }),
  z.strictObject({ kind: z.literal('bpmnError'), ...place, code: id }),
]);

/** Body of `POST /processes/try-out`: the drawing, the data at the start, and everything done so far. */
export const tryOutBody = z.strictObject({
  xml: drawing,
  data: data.optional(),
  startEventId: id.optional(),
  acts: z.array(act).max(MAX_ACTS),
});
export type TryOutBody = z.infer<typeof tryOutBody>;

/** What the decision bound to a step answers now, or why it has no answer. */
export interface ProposedOutput {
  readonly output?: JsonObject;
  readonly refusal?: string;
}

/** A wait with the answer of the published decision it is bound to, if it is. */
export type TryOutWaitReply = Omit<TryOutWait, 'extensions'> & { readonly proposal?: ProposedOutput };

/** Where the tried drawing stands. */
export interface TryOutReply extends Omit<TryOut, 'waiting'> {
  readonly waiting: readonly TryOutWaitReply[];
}
