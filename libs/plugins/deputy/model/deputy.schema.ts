import { z } from 'zod';
import type { ActingScope } from '@fashen/plugin-api';
import { DEPUTY_MODES, type DeputyMode, type DeputyRule } from './deputy-rule';
import type { RuleState } from './deputy-rule.rules';

const personId = z.string().min(1).max(36);
const reason = z.string().trim().min(1).max(500);
const ids = z.array(z.string().min(1).max(120)).max(100).default([]);
const instant = z.iso.datetime({ offset: true });

/** Body of `POST /deputies`. */
export const newRule = z.strictObject({
  /** Default: the actor. For others the permission `deputy.manage` is needed. */
  principalId: personId.optional(),
  deputyId: personId,
  fromAt: instant,
  toAt: instant,
  processes: ids,
  nodes: ids,
  mode: z.enum(DEPUTY_MODES),
  reason,
  /** Rule of the same principal that ends where this one is made; refused together or done together. */
  replaces: personId.optional(),
});
export type NewRule = z.infer<typeof newRule>;

/** Body of acts that need nothing but a reason. */
export const reasonBody = z.strictObject({ reason });
export type ReasonBody = z.infer<typeof reasonBody>;

/** Query of `GET /deputies`; without a person, one's own. */
export const ruleQuery = z.strictObject({ personId: personId.optional() });
export type RuleQuery = z.infer<typeof ruleQuery>;

/** A rule as its page shows it. */
export interface RuleReply extends Omit<DeputyRule, 'fromAt' | 'toAt' | 'createdAt' | 'endedAt'> {
  readonly state: RuleState;
  /** In force, but its deputy has moved the same work away: the tasks stay with the principal. */
  readonly deputyIsAway: boolean;
  readonly principalName: string;
  readonly deputyName: string;
  /** ISO 8601. */
  readonly fromAt: string;
  readonly toAt: string;
  readonly createdAt: string;
  readonly endedAt?: string;
}

/** A new rule, and how many tasks it speaks of that the principal holds already. */
export interface NewRuleReply {
  readonly rule: RuleReply;
  readonly openTasks: number;
}

/** Somebody for whom one may act now. */
export interface PrincipalReply {
  readonly ruleId: string;
  readonly personId: string;
  readonly name: string;
  readonly mode: DeputyMode;
  readonly scope: ActingScope;
  /** ISO 8601. */
  readonly toAt: string;
  /** Tasks the rule speaks of; counted to 200. */
  readonly openTasks: number;
}
