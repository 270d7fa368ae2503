import type { CountedPeriod, Day } from '@fashen/plugins/calendar/model';
import { z } from 'zod';
import { countingShape, extensionRule } from './period';

/** What happens when the last day has ended. */
export const TIMEOUT_ACTS = ['REMIND', 'ESCALATE', 'MESSAGE', 'COMPLETE', 'AUTO_AGREE', 'AUTO_REJECT', 'RETURN'] as const;
export type TimeoutAct = (typeof TIMEOUT_ACTS)[number];

/** What happens to one of several signers whose time is over. */
export const SEAT_ACTS = ['REMIND', 'ESCALATE', 'ABSTAIN', 'AGREE'] as const;
export type SeatAct = (typeof SEAT_ACTS)[number];

/** What happens at the end of any clock. */
export type EndAct = TimeoutAct | SeatAct;

/** Acts in the place of a person. Where the law wants a person to act they never happen. */
export const AUTOMATIC_ACTS: readonly EndAct[] = ['COMPLETE', 'AUTO_AGREE', 'AUTO_REJECT', 'ABSTAIN', 'AGREE'];

/** Why a clock stands still. */
export const HOLD_REASONS = ['SUPPLEMENT', 'EXPERT', 'HEARING', 'TRANSFER', 'SUSPENSION', 'OTHER'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** What a clock was armed with. It keeps this whatever is published later. */
export const clockSettings = z.strictObject({
  source: z.string(),
  article: z.string(),
  confidence: z.string(),
  remind: z.array(z.int()),
  extensions: z.array(extensionRule),
  holdBy: z.array(z.string()),
  atEnd: z.enum([...TIMEOUT_ACTS, 'ABSTAIN', 'AGREE']),
  /** The clock of one of several signers. */
  isSeat: z.boolean().optional(),
  /** MESSAGE: which one. */
  message: z.string().optional(),
  /** RETURN: to which step. */
  returnTo: z.string().optional(),
  /** ESCALATE: to which role. */
  escalateTo: z.string().optional(),
  /** AUTO_AGREE, AUTO_REJECT: path of the answer in the case data. */
  output: z.string().optional(),
  /** The last day is never earlier than this one, which the party was told. */
  notBefore: z.string().optional(),
});
export type ClockSettings = z.infer<typeof clockSettings>;

/** How a clock counts. */
export type Counting = z.infer<z.ZodObject<typeof countingShape>>;

/** Where a clock stands. A clock whose last day has ended runs on as long as nobody has done what it is for. */
export type ClockState = 'RUNNING' | 'HELD' | 'ENDED' | 'CANCELLED';

/** A clock of a case, of a step, or of the party. */
export interface Clock extends Counting {
  readonly id: string;
  readonly instanceId: string;
  readonly key: string;
  readonly name: string;
  readonly kind: 'case' | 'task' | 'party';
  readonly nodeId?: string;
  readonly executionId?: string;
  readonly taskId?: string;
  readonly startDay: Day;
  /** Milliseconds since the epoch; what hours count from. */
  readonly startAt: number;
  readonly settings: ClockSettings;
  readonly state: ClockState;
  /** The last moment, milliseconds since the epoch; of a case term that of the safe line. Absent while held and where the calendar is missing. */
  readonly dueAt?: number;
  readonly dueDay?: Day;
  /** Of a case term: the rolled last day. */
  readonly outerDay?: Day;
  readonly rawDay: Day;
  readonly calendarMissing: boolean;
  /** Counts the computations; what was planned for another one does not happen. */
  readonly version: number;
  /** When the end of the last day was noted. */
  readonly lapsedAt?: number;
  readonly endedAt?: number;
  readonly endCause?: string;
  readonly createdAt: number;
}

/** A hold or its end, as it was noted. */
export interface HoldNote {
  readonly kind: 'HOLD' | 'RESUME';
  readonly day: Day;
  readonly at: number;
  readonly reason: HoldReason;
  readonly note: string;
  readonly changedBy: string;
}

/** A step of an extension: asked for, granted, refused. */
export interface ExtensionNote {
  readonly id: string;
  readonly kind: 'REQUEST' | 'APPROVAL' | 'REFUSAL';
  readonly requestId: string;
  readonly amount: number;
  readonly reason: string;
  readonly changedBy: string;
  readonly at: number;
}

/** What counting a clock gave. */
export interface CountedClock {
  readonly dueAt?: number;
  readonly dueDay?: Day;
  readonly outerDay?: Day;
  readonly rawDay: Day;
  readonly calendarMissing: boolean;
  /** How it came out so; absent for hours. */
  readonly counted?: CountedPeriod;
}
