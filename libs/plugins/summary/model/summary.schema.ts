import type { JsonObject } from '@fashen/plugin-api';
import { z } from 'zod';

/** A day of a form, with or without a time behind it. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10));
const maybe = <T extends z.ZodType>(type: T): z.ZodCatch<z.ZodOptional<T>> => type.optional().catch(undefined);
const group = <T extends z.ZodRawShape>(shape: T) =>
  z
    .looseObject(shape)
    .catch({} as never)
    .default({} as never);

const facts = z.object({
  party: group({ age: maybe(z.number()) }),
  site: group({ factsCertain: maybe(z.boolean()), certificateShown: maybe(z.boolean()) }),
  telling: group({ told: maybe(z.boolean()), heard: maybe(z.boolean()), answer: maybe(z.string()) }),
  decision: group({ remedy: maybe(z.string()), handedOn: maybe(day), handedMode: maybe(z.string()) }),
});

/** What is known of a case on the spot. Whatever is absent or of another type counts as not there. */
export type SummaryFacts = z.infer<typeof facts>;

/** Reads the facts. Never throws: a wrong answer is no answer. */
export const summaryFactsOf = (variables: JsonObject): SummaryFacts => facts.parse(variables);

/** Answer of the decision `summary-limits`: whether the law lets officers decide on the spot, up to what, and by which article. */
export const limitsAnswer = z.object({
  allowed: z.boolean(),
  /** Highest fine, yuan. */
  limit: z.number().min(0),
  article: z.string(),
  /** Age below which the party is a minor. */
  minorBelow: z.number().min(0),
  /** Text of remedies that a decision on the spot must carry. */
  remedy: z.string(),
  remedyArticle: z.string(),
});
export type LimitsAnswer = z.infer<typeof limitsAnswer>;

const termDays = z.object({
  days: z.int().min(0).max(3_660),
  working: z.boolean(),
  article: z.string(),
  confidence: z.enum(['V1', 'V2', 'V3']),
});

/** Periods after the decision, as the decision `summary-terms` gives them. `report` may wait for the bureau's own rule (confidence V3). */
export const termsAnswer = z.object({
  /** How the fine is collected: by the officers, by the bank, or there is none. */
  collection: z.enum(['ON_THE_SPOT', 'BANK', 'NONE']),
  collectionArticle: z.string(),
  handIn: termDays,
  pay: termDays,
  report: termDays,
});
export type TermsAnswer = z.infer<typeof termsAnswer>;

/** The periods a step can be due by. */
export const TERMS = ['handIn', 'pay', 'report'] as const;
export const termBinding = z.object({ of: z.enum(TERMS) });
export type TermName = (typeof TERMS)[number];
