import type { JsonObject } from '@fashen/plugin-api';
import { z } from 'zod';

/** Forms send days as text, sometimes with a time behind it. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10))
  .refine((text) => !Number.isNaN(Date.parse(text)));
const id = z.string().max(200);

/** Facts that let a case pass only together: one that cannot be read takes the others with it, and the gate stays shut. */
const group = <T extends z.ZodRawShape>(shape: T) =>
  z
    .looseObject(shape)
    .partial()
    .catch({} as never)
    .default({} as never);

/** A fact that asks for something by being there: a wrong answer is no answer, and takes nothing with it that was answered beside it. */
const alone = <T extends z.ZodType>(type: T): z.ZodCatch<z.ZodOptional<T>> => type.optional().catch(undefined);
const text = alone(z.string());
const date = alone(day);

/** Nulls are answers that were left empty. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutNulls(entry)]));
}

const facts = z.object({
  officers: group({ lead: alone(id), co: alone(id) }),
  notice: group({
    served: z.boolean(),
    servedOn: day,
    windowEndsOn: day,
    fine: z.number(),
    kinds: z.array(z.string()),
    hearingRightTold: z.boolean(),
  }),
  statement: group({ kind: text, receivedOn: date }),
  hearing: group({ result: text, date, heldOn: date, reportedOn: date, noticeServedOn: date, clearWorkingDays: alone(z.number()) }),
  discussion: group({ heads: z.array(z.string()), conclusion: z.string() }),
  government: group({ approved: z.boolean() }),
  transfer: group({ closed: z.boolean() }),
  decision: group({ approved: z.boolean() }),
});

/** What the gate reads of the case data besides draft and party. Whatever is absent or of another type counts as not there. */
export type CaseFacts = z.infer<typeof facts>;

const request = z.object({
  hearing: z.object({ request: group({ receivedOn: date, postedOn: date, accepted: alone(z.boolean()) }) }).catch({ request: {} as never }),
});

/** The last request for a hearing in the case data. */
export const hearingRequestOf = (variables: JsonObject): { receivedOn?: string; postedOn?: string; accepted?: boolean } =>
  request.parse(withoutNulls(variables)).hearing.request;

/** Reads the facts. Never throws: a wrong answer is no answer, and the gate asks for it. */
export function factsOf(variables: JsonObject): CaseFacts {
  return facts.parse(withoutNulls(variables));
}
