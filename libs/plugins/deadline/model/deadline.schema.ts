import type { CountedPeriod, CountingRule } from '@fashen/plugins/calendar/model';
import { z } from 'zod';
import { type Clock, type ExtensionNote, HOLD_REASONS, type HoldNote, type HoldReason } from './clock';
import { periodTable } from './period';

const reason = z.string().trim().min(1).max(2_000);

/** Query of operations: with `dryRun=true` they are rolled back and only tell what they would do. */
export const dryRunQuery = z.object({ dryRun: z.stringbool().optional() });
export type DryRunQuery = z.infer<typeof dryRunQuery>;

/** Stops a clock. Missing materials are listed. */
export const holdBody = z
  .strictObject({ reason: z.enum(HOLD_REASONS), note: reason, materials: z.array(z.string().trim().min(1).max(200)).max(50).default([]) })
  .refine((body) => body.reason !== 'SUPPLEMENT' || body.materials.length > 0, { path: ['materials'] });
export type HoldBody = z.infer<typeof holdBody>;

/** Lets a clock go on. */
export const resumeBody = z.strictObject({ note: reason });
export type ResumeBody = z.infer<typeof resumeBody>;

/** Asks for an extension, in the unit of the clock. */
export const extensionBody = z.strictObject({ amount: z.int().min(1).max(3_660), reason });
export type ExtensionBody = z.infer<typeof extensionBody>;

/** Grants or refuses the extension that was asked for. */
export const extensionDecisionBody = z.strictObject({ approved: z.boolean(), comment: reason });
export type ExtensionDecisionBody = z.infer<typeof extensionDecisionBody>;

/** Publishes periods; `basedOn` is the version the change was made on, 0 where there was none. */
export const periodsBody = z.strictObject({ table: periodTable, reason, basedOn: z.int().min(0) });
export type PeriodsBody = z.infer<typeof periodsBody>;

/** Which clocks the calendar has moved, newest first; `after` is the key of the last one seen. */
export const movedQuery = z.strictObject({
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MovedQuery = z.infer<typeof movedQuery>;

/** A clock as pages show it, with why it is due on its day. */
export interface ClockReply extends Clock {
  /** What is left today: working days or days to the last day, hours for hours; negative when over. Absent where the calendar does not reach. */
  readonly left?: number;
  readonly counted?: CountedPeriod;
  readonly law: readonly CountingRule[];
  readonly holds: readonly HoldNote[];
  readonly extensions: readonly ExtensionNote[];
  /** Whose time it is, where each of several signers has a clock. */
  readonly personId?: string;
  /** What the signed-in person may do. */
  readonly may: readonly ('hold' | 'resume' | 'handIn' | 'requestExtension' | 'decideExtension')[];
}

/** Reply of `GET /cases/:id/clocks`. */
export interface CaseClocksReply {
  readonly clocks: readonly ClockReply[];
  /** Names of the people who stand in the clocks, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Why an open task of the signed-in person has no due time though it has a clock. */
export interface StandingClock {
  readonly taskId: string;
  readonly clock: string;
  /** Held, or beyond the loaded calendar. */
  readonly cause: 'HELD' | 'MISSING';
  /** Held: why. */
  readonly reason?: HoldReason;
  /** Beyond the calendar: the earliest last day. */
  readonly rawDay: string;
}

/** Counting anew after a calendar was published. */
export interface Recount {
  /** The publication. */
  readonly id: string;
  readonly years: readonly number[];
  /** Cases with open clocks when it began, and those counted so far. */
  readonly cases: number;
  readonly done: number;
  /** Clocks that moved. */
  readonly moved: number;
  /** `REPLACED`: a later one counts the rest. */
  readonly state: 'RUNNING' | 'DONE' | 'REPLACED';
  /** ISO 8601. */
  readonly startedAt: string;
}

/** A clock the calendar has moved. */
export interface MovedClock {
  readonly id: string;
  readonly instanceId: string;
  readonly businessKey: string;
  readonly title: string;
  readonly clock: string;
  readonly dueDay?: string;
  readonly wasDueDay?: string;
  /** ISO 8601. */
  readonly at: string;
}
