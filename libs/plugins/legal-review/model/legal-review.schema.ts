import type { DecisionExplanation, JsonObject } from '@fashen/plugin-api';
import { z } from 'zod';
import type { CatalogInput, CatalogResult, Depth } from './catalog';
import type { CheckResult } from './checklist';
import { OPINION_CODES, type OpinionCode } from './opinion-table';
import { parameterValues, type ParameterVersion } from './parameter-set';

const words = (max: number): z.ZodString => z.string().trim().max(max);
const results = ['OK', 'REMARK', 'DEFECT', 'BLOCK', 'NA'] as const satisfies readonly CheckResult[];
/** Code of a parameter set. */
export const setCode = z.string().regex(/^[A-Za-z0-9][\w-]{0,29}$/);

/** One answered item of the checklist. */
export const checklistAnswer = z.strictObject({ code: words(10), result: z.enum(results), note: words(2_000).default('') });
export type ChecklistAnswer = z.infer<typeof checklistAnswer>;

/** What a reviewer sends. `draftHash` is the draft the reviewer has read; another one meanwhile refuses the opinion. */
export const opinionBody = z.strictObject({
  code: z.enum(OPINION_CODES),
  text: words(10_000).min(1),
  checklist: z.array(checklistAnswer).max(50),
  citations: z.array(words(500)).max(50).default([]),
  draftHash: z.string().max(64).optional(),
});
export type OpinionBody = z.infer<typeof opinionBody>;

/** What the section head sends. */
export const signatureBody = z
  .strictObject({ agrees: z.boolean(), comment: words(5_000).default('') })
  .refine((body) => body.agrees || body.comment !== '', { path: ['comment'] });
export type SignatureBody = z.infer<typeof signatureBody>;

/** Why the handling unit asks for a second review. */
export const disputeBody = z.strictObject({ reason: words(5_000).min(1) });
export type DisputeBody = z.infer<typeof disputeBody>;

/** What the deciding head sends: yes or no and why. `decision` holds the other answers of the form, such as the number of the document. */
export const decisionBody = z.strictObject({
  approved: z.boolean(),
  comment: words(5_000).default(''),
  decision: z.record(z.string().max(60), z.json()).optional(),
});
export type DecisionBody = z.infer<typeof decisionBody>;

/** A new version of a parameter set; the code comes from the address. */
export const parameterPublicationBody = z.strictObject({
  values: parameterValues,
  reason: words(2_000).min(1),
  name: words(100).optional(),
});
export type ParameterPublicationBody = z.infer<typeof parameterPublicationBody>;

/** Puts a parameter set into force for new cases. */
export const activationBody = z.strictObject({ code: setCode, reason: words(2_000).min(1) });
export type ActivationBody = z.infer<typeof activationBody>;

/** Attributes of `legal-review:Catalog`: which decisions are asked. */
export const catalogBinding = z.object({
  decision: z.string().default('review-catalog'),
  hearingDecision: z.string().default('hearing-threshold'),
});

/** An opinion as it was given, with the signature under it and the dispute against it. Never changes; later rows are added. Times are ISO 8601. */
export interface OpinionView {
  readonly id: string;
  readonly round: number;
  readonly code: OpinionCode;
  /** True when it lets the case go on: a passing opinion that is signed where the review is full. */
  readonly passed: boolean;
  readonly depth: Depth;
  readonly text: string;
  readonly checklist: readonly ChecklistAnswer[];
  readonly citations: readonly string[];
  readonly draftHash: string;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly at: string;
  readonly signedBy?: string;
  readonly signedByName?: string;
  readonly signedAt?: string;
  readonly signatureAgrees?: boolean;
  readonly signatureComment?: string;
  readonly disputedBy?: string;
  readonly disputedByName?: string;
  readonly disputedAt?: string;
  readonly disputeReason?: string;
}

/** One evaluation of a case against the catalog, with what it saw and why it came out so. */
export interface EvaluationView {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly result: CatalogResult;
  readonly inputs: readonly CatalogInput[];
  /** Catalog and hearing threshold, per party of a joint case. */
  readonly explanations: readonly DecisionExplanation[];
  readonly decisionVersionId: string;
  readonly hearingVersionId: string;
  readonly parameterSet: Pick<ParameterVersion, 'id' | 'code' | 'name' | 'version' | 'values'>;
}

/** Whether the deciding head may decide now; if not, which refusal an attempt would meet. */
export type GateView = { readonly mayDecide: true } | { readonly mayDecide: false; readonly code: string; readonly params: JsonObject };

/** The draft as it stands now. `version` counts frozen drafts; 0 before the first. */
export interface DraftReply {
  readonly hash: string;
  readonly version: number;
  readonly content: JsonObject;
}

/** Reply of `GET /cases/:id/review`. */
export interface CaseReviewReply {
  /** False where the process knows no catalog: nothing is ever said about such cases. */
  readonly isReviewed: boolean;
  readonly evaluation?: EvaluationView;
  readonly opinions: readonly OpinionView[];
  readonly draft?: DraftReply;
  readonly gate: GateView;
}

/** Reply of `GET /tasks/:id/review`. */
export interface TaskReviewReply {
  readonly depth: Depth;
  readonly checklist: readonly {
    readonly code: string;
    readonly title: string;
    readonly whatToCheck: string;
    readonly required: boolean;
  }[];
  readonly opinionCodes: readonly OpinionCode[];
  readonly draft: DraftReply;
  readonly evaluation?: EvaluationView;
  /** The latest opinion, when one was given. */
  readonly opinion?: OpinionView;
}

/** With `dryRun` it is only looked what the act would do. */
export const dryRunQuery = z.strictObject({ dryRun: z.stringbool().optional() });
export type DryRunQuery = z.infer<typeof dryRunQuery>;
