import type { JsonObject } from '@fashen/plugin-api';
import { z } from 'zod';
import type { LateFine } from './late-fine.rules';

/** Steps of collecting a fine that a task can be. */
export const STEPS = ['collect', 'demand', 'apply', 'file'] as const;

/** The extension element. */
export const fineBinding = z.object({ step: z.enum(STEPS) });

/** Answer of the decision on late fines, as the case keeps it under `lateFine`. */
export const lateFineRule = z.object({
  /** Percent of the fine for each day. */
  ratePercent: z.number().min(0).max(100),
  /** Percent of the fine that the late fine may reach. */
  capPercent: z.number().min(0).max(1000),
  article: z.string(),
  pauseArticle: z.string(),
});
export type LateFineRule = z.infer<typeof lateFineRule>;

/** How a dispute about the decision is led. */
export const REMEDY_KINDS = ['RECONSIDERATION', 'SUIT'] as const;
/** How it ends. */
export const OUTCOMES = ['UPHELD', 'VARIED', 'REVOKED', 'UNLAWFUL', 'WITHDRAWN'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const day = z.iso.date();
const note = z.string().trim().max(2000);

/** Notes that the party has asked for reconsideration, or sued. */
export const filingBody = z.strictObject({ kind: z.enum(REMEDY_KINDS), filedOn: day, note: note.default('') });
export type FilingBody = z.infer<typeof filingBody>;

/** Notes how it ended. */
export const outcomeBody = z.strictObject({ outcome: z.enum(OUTCOMES), receivedOn: day, note: note.min(1) });
export type OutcomeBody = z.infer<typeof outcomeBody>;

/** Notes that the published decision was withdrawn, with the reason that was made public. */
export const withdrawalBody = z.strictObject({ withdrawnOn: day, reason: note.min(1) });
export type WithdrawalBody = z.infer<typeof withdrawalBody>;

/** Query of operations: with `dryRun=true` they are rolled back and only tell what they would do. */
export const dryRunQuery = z.object({ dryRun: z.stringbool().optional() });
export type DryRunQuery = z.infer<typeof dryRunQuery>;

/** A dispute about the decision: begun, and how it ended. */
export interface Remedy {
  readonly id: string;
  readonly kind: (typeof REMEDY_KINDS)[number];
  readonly filedOn: string;
  readonly filingNote: string;
  readonly outcome?: Outcome;
  readonly receivedOn?: string;
  readonly outcomeNote?: string;
  /** When the published decision was withdrawn because of it, and why. */
  readonly withdrawnOn?: string;
  readonly withdrawalReason?: string;
}

/** How a case stands after its decision. */
export interface ExecutionReply {
  /** Absent while no fine is due. */
  readonly fine?: {
    /** Yuan. */
    readonly amount: number;
    readonly payBy: string;
    readonly today: string;
    readonly paidOn?: string;
    readonly rule: LateFineRule;
    readonly late: LateFine;
  };
  readonly remedies: readonly Remedy[];
  /** What the reader may note now. */
  readonly may: readonly ('file' | 'decide' | 'withdraw')[];
}

const payment = z.object({
  state: z.enum(['PAID', 'UNPAID', 'VOID']).optional(),
  paidOn: z.string().optional(),
  amount: z.number().optional(),
  lateAmount: z.number().optional(),
  reduction: z.string().optional(),
});
/** What was said of the payment. */
export type Payment = z.infer<typeof payment>;

const court = z.object({ action: z.enum(['APPLY', 'PAID']).optional(), filedOn: z.string().optional(), lateReason: z.string().optional() });
/** What was said of the application to the court. */
export type CourtApplication = z.infer<typeof court>;

const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
    : {};
/** Reads the payment in the case data. */
export const paymentOf = (data: JsonObject): Payment => payment.safeParse(withoutNulls(data['payment'])).data ?? {};
/** Reads the application in the case data. */
export const courtOf = (data: JsonObject): CourtApplication => court.safeParse(withoutNulls(data['court'])).data ?? {};
/** Reads the rule the case was given; undefined while there is none. */
export const lateFineRuleOf = (data: JsonObject): LateFineRule | undefined => lateFineRule.safeParse(data['lateFine']).data;

const demand = z.object({ servedOn: z.string() });
/** The day on which the demand was served. */
export const demandServedOn = (data: JsonObject): string | undefined => demand.safeParse(data['demand']).data?.servedOn.slice(0, 10);

const draft = z.object({ fine: z.number() });
/** The fine of the draft that was decided, yuan. */
export const fineOf = (data: JsonObject): number => draft.safeParse(data['draft']).data?.fine ?? 0;
