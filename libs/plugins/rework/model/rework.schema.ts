import { z } from 'zod';
import type { JsonObject } from '@fashen/plugin-api';
import type { Change } from './change.rules';
import type { StepwiseReason } from './frame.rules';
import type { ReturnTarget } from './return-targets.rules';
import { CHOICES, type ReworkMode } from './settings.rules';

const reason = z.string().trim().min(1).max(2_000);
const mode = z.enum(CHOICES.mode);
const data: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** Query of every operation: with `dryRun=true` it only says what it would do. */
export const dryRunQuery = z.strictObject({ dryRun: z.stringbool().default(false) });
export type DryRunQuery = z.infer<typeof dryRunQuery>;

/** Something that is to be corrected. */
export const newDefect = z.strictObject({
  what: z.string().trim().min(1).max(1_000),
  /** The article or clause that demands it. */
  clause: z.string().trim().max(200).optional(),
  /** The document it concerns. */
  material: z.string().trim().max(200).optional(),
});
export type NewDefect = z.infer<typeof newDefect>;

/** Body of `POST /tasks/:id/return`. */
export const returnBody = z.strictObject({
  instanceId: z.string().min(1).max(36),
  /** The visit to reopen, as the targets name it. */
  executionId: z.string().min(1).max(16),
  /** After a join: only the branch of the target, or all branches. */
  scope: z.enum(['BRANCH_ONLY', 'ALL']).default('BRANCH_ONLY'),
  mode: mode.optional(),
  reason,
  defects: z.array(newDefect).max(100).default([]),
});
export type ReturnBody = z.infer<typeof returnBody>;

/** An answer to one defect. */
export const defectAnswer = z.strictObject({
  defectId: z.string().min(1).max(36),
  isFixed: z.boolean(),
  /** What was done, or why it was not. */
  text: z.string().trim().max(1_000).default(''),
});
export type DefectAnswer = z.infer<typeof defectAnswer>;

/** Body of `POST /tasks/:id/resubmission`. Without `output` only the answers are kept, and the step is submitted with its form. */
export const resubmissionBody = z.strictObject({
  answers: z.array(defectAnswer).max(100).default([]),
  mode: mode.optional(),
  output: data.optional(),
  reason: z.string().trim().max(2_000).optional(),
});
export type ResubmissionBody = z.infer<typeof resubmissionBody>;

/** Body of operations that need nothing but a reason. */
export const reasonBody = z.strictObject({ reason });
export type ReasonBody = z.infer<typeof reasonBody>;

/** Body of `POST /cases/:id/jump`. */
export const jumpBody = z.strictObject({ executionId: z.string().min(1).max(16), nodeId: z.string().min(1).max(120), reason });
export type JumpBody = z.infer<typeof jumpBody>;

/** A defect as it stands. */
export interface Defect extends NewDefect {
  readonly id: string;
  readonly answer?: Omit<DefectAnswer, 'defectId'>;
}

/** How a case ended other than by its drawing. */
export type EndingKind = 'REJECTED' | 'WITHDRAWN' | 'RETURNED';

/** `GET /tasks/:id/return-targets`. */
export interface TargetsReply {
  readonly targets: readonly ReturnTarget[];
  readonly mode: ReworkMode;
  readonly isModeChosen: boolean;
  readonly afterJoin: (typeof CHOICES.afterJoin)[number];
  readonly roundsLeft?: number;
  /** Names of the people in the answer, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** What was returned and waits to be corrected, or was corrected. */
export interface ReturnView {
  readonly id: string;
  readonly taskId: string;
  /** The task that corrects it, or did; absent when no person does. */
  readonly targetTaskId?: string;
  readonly fromNodeId: string;
  readonly fromNodeName: string;
  readonly targetNodeId: string;
  readonly targetNodeName: string;
  readonly returnedBy: string;
  readonly returnedByName: string;
  readonly returnedAt: Date;
  readonly reason: string;
  readonly round: number;
  readonly mode: ReworkMode;
  readonly isModeChosen: boolean;
  readonly defects: readonly Defect[];
  readonly isOpen: boolean;
  readonly stepwiseBecause?: StepwiseReason;
  /** What has changed in the case data since the return; of returns that are done only for the last one. */
  readonly changes: readonly Change[];
}

/** `GET /cases/:id/rework`. */
export interface CaseRework {
  readonly ending?: { readonly kind: EndingKind; readonly reason: string; readonly byName: string; readonly at: Date };
  readonly returns: readonly ReturnView[];
  /** Error code that says why the actor cannot withdraw the case; absent when the actor can. */
  readonly withdrawal?: { readonly reason?: string };
  /** Jumps that wait for a second person. */
  readonly proposals: readonly JumpProposal[];
  /** Steps of the drawing, for those who may jump. */
  readonly jumpTargets?: readonly { readonly nodeId: string; readonly nodeName: string }[];
}

/** A jump that waits for a second person. */
export interface JumpProposal {
  readonly id: string;
  readonly executionId: string;
  readonly nodeId: string;
  readonly reason: string;
  readonly proposedBy: string;
}

/** What an operation that moves the case answers. */
export interface MovedReply {
  readonly instanceId: string;
  readonly waiting: readonly { readonly nodeId: string; readonly executionId: string }[];
  readonly mode?: ReworkMode;
  readonly stepwiseBecause?: StepwiseReason;
}

/** What a jump answers. */
export interface JumpReply {
  readonly state: 'DONE' | 'PROPOSED';
  readonly proposalId?: string;
  readonly skipped: readonly string[];
}
