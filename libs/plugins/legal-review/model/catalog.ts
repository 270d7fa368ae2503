import { z } from 'zod';

/** How deep a case must be reviewed. */
export type Depth = 'NONE' | 'ROUTINE' | 'FULL';

/** Whether the party must be told of a right to a hearing. `OFFERED`: not by statute, by policy of the bureau. */
export type HearingRight = 'NONE' | 'OFFERED' | 'YES';

/** The answer of the hearing decision. */
export const hearingRight = z.enum(['NONE', 'OFFERED', 'YES']);

/** Drops nulls, with which forms send what was left empty. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
    : value;

const yuan = z.number().min(0);
const kind = z.string().max(60);

const proposalFields = {
  kinds: z.array(kind).max(50).default([]),
  fine: yuan.default(0),
  gain: yuan.default(0),
  goodsValue: yuan.default(0),
};

const partyType = z.enum(['CITIZEN', 'SOLE_TRADER', 'ORGANISATION']);

/** One of several parties of a joint case, with what is proposed for it. */
const jointParty = z.preprocess(withoutNulls, z.object({ type: partyType, ...proposalFields }));

/** What the catalog reads of a draft. Absent sums are nothing, absent answers are no; a value of another type is refused, not overlooked. */
export const proposal = z.preprocess(
  withoutNulls,
  z.object({
    actType: z.string().default('PENALTY'),
    procedure: z.enum(['ORDINARY', 'SUMMARY']).default('ORDINARY'),
    ...proposalFields,
    structureRemoval: z.boolean().default(false),
    publicInterestMajor: z.boolean().default(false),
    socialImpact: z.enum(['NONE', 'LOCAL', 'MAJOR']).default('NONE'),
    complex: z.boolean().default(false),
    crossRegion: z.boolean().default(false),
    crimeSuspected: z.boolean().default(false),
    mitigationOrNoPenalty: z.boolean().default(false),
    urgent: z.boolean().default(false),
    consecutiveDailyFine: z.boolean().default(false),
    namedByHigher: z.boolean().default(false),
    governmentApprovalRequired: z.boolean().default(false),
    proposal: z.string().optional(),
    legalMinimum: yuan.optional(),
    legalMaximum: yuan.optional(),
    parties: z.array(jointParty).max(100).optional(),
  }),
);
export type Proposal = z.infer<typeof proposal>;

/** What the catalog reads of the party. */
export const partyData = z.preprocess(withoutNulls, z.object({ type: partyType }));
export type PartyData = z.infer<typeof partyData>;

/** A row of the catalog that applies. */
export const catalogRow = z.object({
  code: z.string(),
  title: z.string().default(''),
  depth: z.enum(['NONE', 'ROUTINE', 'FULL']),
  collective: z.boolean().default(false),
  filing: z.boolean().default(false),
  reviewDays: z.number().min(0).default(0),
  extDays: z.number().min(0).default(0),
  /** Counts only when no other row applies. */
  fallback: z.boolean().default(false),
});
export type CatalogRow = z.infer<typeof catalogRow>;

/** What the catalog says about a case; variable `catalog`. Days are working days. */
export interface CatalogResult {
  readonly inCatalog: boolean;
  readonly depth: Depth;
  readonly items: readonly CatalogRow[];
  readonly collective: boolean;
  readonly filing: boolean;
  readonly reviewDays: number;
  readonly extDays: number;
  readonly hearingRight: HearingRight;
}

/** What one party of a case is judged by; the input of the decisions. */
export interface CatalogInput {
  readonly draft: Proposal;
  readonly party: PartyData;
  readonly hearing: { readonly held: boolean };
}
