import type { JsonObject } from '@fashen/plugin-api';
import { z } from 'zod';

/** Forms send days as text, sometimes with a time behind it. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10))
  .refine((text) => !Number.isNaN(Date.parse(text)));
const id = z.string().max(200);
const group = <T extends z.ZodRawShape>(shape: T) =>
  z
    .looseObject(shape)
    .partial()
    .catch({} as never)
    .default({} as never);

/** Nulls are answers that were left empty. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutNulls(entry)]));
}

const facts = z.object({
  officers: group({ lead: id, co: id }),
  notice: group({
    served: z.boolean(),
    servedOn: day,
    windowEndsOn: day,
    fine: z.number(),
    kinds: z.array(z.string()),
    hearingRightTold: z.boolean(),
  }),
  statement: group({ kind: z.string(), receivedOn: day }),
  hearing: group({ result: z.string(), date: day, heldOn: day, reportedOn: day, noticeServedOn: day, clearWorkingDays: z.number() }),
  discussion: group({ heads: z.array(z.string()), conclusion: z.string() }),
  government: group({ approved: z.boolean() }),
  transfer: group({ closed: z.boolean() }),
  decision: group({ approved: z.boolean() }),
});

/** What the gate reads of the case data besides draft and party. Whatever is absent or of another type counts as not there. */
export type CaseFacts = z.infer<typeof facts>;

/** Reads the facts. Never throws: a wrong answer is no answer, and the gate asks for it. */
export function factsOf(variables: JsonObject): CaseFacts {
  return facts.parse(withoutNulls(variables));
}
