import { isDay } from '@fashen/plugins/calendar/model';
import { z } from 'zod';
import type { OpinionCode } from './opinion-table';

/** Why a case came back from review: what the checklist found wrong. Named by the `ui` text `reason.<name>`. */
export const RETURN_REASONS = {
  L01: 'SUBJECT',
  L02: 'OFFICERS',
  L03: 'JURISDICTION',
  L04: 'FACTS',
  L05: 'EVIDENCE',
  L06: 'LAW',
  L07: 'CHARACTER',
  L08: 'DISCRETION',
  L09: 'PROCEDURE',
  L10: 'POWER',
  L11: 'DOCUMENT',
  L12: 'CRIME',
  L13: 'RISK',
  L14: 'RELATED',
  L15: 'DISCLOSURE',
} as const;
/** `OTHER` where no item of the checklist failed. */
export type ReturnReason = (typeof RETURN_REASONS)[keyof typeof RETURN_REASONS] | 'OTHER';

const day = z.string().refine(isDay);
/** Query of the statistics: first and last day of the signatures that count. */
export const statisticsQuery = z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to, { path: ['to'] });
export type StatisticsQuery = z.infer<typeof statisticsQuery>;

/** An opinion with the signature that made it count. */
export interface SignedOpinion {
  readonly caseId: string;
  readonly code: OpinionCode;
  /** Codes of the items that failed, in the order of the checklist. */
  readonly failed: readonly string[];
  /** The day of the signature. */
  readonly signedOn: string;
  /** Signed in its term; absent where it had none. */
  readonly inTime?: boolean;
  /** Working days from the day it was taken to the signature; absent where the calendar is missing. */
  readonly workingDays?: number;
}

/** How many times something happened, most often first. */
export interface Count<K extends string> {
  readonly key: K;
  readonly count: number;
}

/** What legal review did in a period. Shares are `part` of `whole`; nobody divides by nothing. */
export interface ReviewStatistics extends StatisticsQuery {
  readonly opinions: number;
  readonly firstPass: { readonly part: number; readonly whole: number };
  readonly returns: number;
  readonly reasons: readonly Count<ReturnReason>[];
  readonly codes: readonly Count<OpinionCode>[];
  readonly inTime: { readonly part: number; readonly whole: number };
  /** Median of the working days an opinion took; absent without any. */
  readonly medianDays?: number;
}
