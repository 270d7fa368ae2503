import { z } from 'zod';

const yuan = z.number().min(0).max(100_000_000_000);
const workingDays = z.int().min(0).max(90);
const partyClass = z.enum(['CITIZEN', 'ORGANISATION']);
const approver = z.enum(['legal-section-head', 'deputy-head', 'chief-head']);

/**
 * The figures by which a bureau judges: thresholds, days, minimum numbers. Legal staff publish them in versions; a case keeps the version
 * of its first submission. Sums are yuan, `Gte` means "this or more", days are working days unless the name says otherwise.
 */
export const parameterValues = z.strictObject({
  soleTraderAs: partyClass,
  aggregate: z.enum(['SEPARATE', 'SUM']),
  fineCitizenGte: yuan,
  fineOrgGte: yuan,
  confiscationCitizenGte: yuan,
  confiscationOrgGte: yuan,
  hearingCitizenGte: yuan,
  hearingOrgGte: yuan,
  heavierHearing: z.enum(['YES', 'OFFERED', 'NONE']),
  discussionCitizenGte: yuan,
  discussionOrgGte: yuan,
  discussionMinHeads: z.int().min(2).max(50),
  reviewDaysFull: workingDays,
  extDaysFull: workingDays,
  extApproverFull: approver,
  reviewDaysRoutine: workingDays,
  extDaysRoutine: workingDays,
  extApproverRoutine: approver,
  reviewDaysUrgent: workingDays,
  ordinaryDepth: z.enum(['NONE', 'ROUTINE', 'FULL']),
  mitigationDepth: z.enum(['ROUTINE', 'FULL']),
  mitigationCollective: z.boolean(),
  filingDays: z.int().min(0).max(365),
  rightsWindowDays: z.int().min(5).max(90),
  hearingNoticeDays: z.int().min(7).max(90),
  disputeDays: workingDays,
  reReviewDays: workingDays,
  summaryCitizenMax: yuan,
  summaryOrgMax: yuan,
  onePersonSection: z.boolean(),
});
export type ParameterValues = z.infer<typeof parameterValues>;

/** Sets that come with a process: `rules/parameter-sets.json`. */
export const bundledParameterSets = z.strictObject({
  /** Code of the set a new installation begins with. */
  active: z.string(),
  sets: z.array(z.strictObject({ code: z.string(), name: z.string(), values: parameterValues })),
});
export type BundledParameterSets = z.infer<typeof bundledParameterSets>;

/** How a page shows and edits one figure. The label is the `ui` text `parameter.<name>`. */
export interface ParameterField {
  readonly name: keyof ParameterValues;
  readonly unit: 'yuan' | 'workingDays' | 'days' | 'persons' | 'choice' | 'yesNo';
  readonly choices?: readonly string[];
}

const field = (name: keyof ParameterValues, unit: ParameterField['unit'], choices?: readonly string[]): ParameterField => ({
  name,
  unit,
  ...(choices && { choices }),
});

/** Every figure in the order in which a page shows them. */
export const PARAMETER_FIELDS: readonly ParameterField[] = [
  field('soleTraderAs', 'choice', partyClass.options),
  field('aggregate', 'choice', ['SEPARATE', 'SUM']),
  field('fineCitizenGte', 'yuan'),
  field('fineOrgGte', 'yuan'),
  field('confiscationCitizenGte', 'yuan'),
  field('confiscationOrgGte', 'yuan'),
  field('hearingCitizenGte', 'yuan'),
  field('hearingOrgGte', 'yuan'),
  field('heavierHearing', 'choice', ['YES', 'OFFERED', 'NONE']),
  field('discussionCitizenGte', 'yuan'),
  field('discussionOrgGte', 'yuan'),
  field('discussionMinHeads', 'persons'),
  field('reviewDaysFull', 'workingDays'),
  field('extDaysFull', 'workingDays'),
  field('extApproverFull', 'choice', approver.options),
  field('reviewDaysRoutine', 'workingDays'),
  field('extDaysRoutine', 'workingDays'),
  field('extApproverRoutine', 'choice', approver.options),
  field('reviewDaysUrgent', 'workingDays'),
  field('ordinaryDepth', 'choice', ['NONE', 'ROUTINE', 'FULL']),
  field('mitigationDepth', 'choice', ['ROUTINE', 'FULL']),
  field('mitigationCollective', 'yesNo'),
  field('filingDays', 'days'),
  field('rightsWindowDays', 'workingDays'),
  field('hearingNoticeDays', 'workingDays'),
  field('disputeDays', 'workingDays'),
  field('reReviewDays', 'workingDays'),
  field('summaryCitizenMax', 'yuan'),
  field('summaryOrgMax', 'yuan'),
  field('onePersonSection', 'yesNo'),
];

/** A published version of a parameter set. Never changes. */
export interface ParameterVersion {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly values: ParameterValues;
  /** SHA-256 over the canonical JSON of the values, hex. */
  readonly hash: string;
  readonly reason: string;
  readonly publishedBy: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}
