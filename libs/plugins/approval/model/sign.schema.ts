import { z } from 'zod';
import type { JsonObject, Person } from '@fashen/plugin-api';
import { wordsOf } from '@fashen/plugins/assignment/model';
import type { SeatOrder } from './seat.rules';
import type { VoteRule } from './tally.rules';
import { type Fraction, fractionOf, NONE, type Threshold, thresholdOf, WHOLE } from './threshold.rules';

/** Moddle type of the extension element. */
export const SIGN = 'approval:Sign';

/** Mode in which nobody votes: each fills in the form of the step. */
export const EACH = 'each';

/** Ways to work on a step together. All but `custom` and `each` are presets of the same count. */
export const SIGN_MODES = ['all', 'anyFirst', 'anyAgree', 'ratio', 'count', 'sequential', 'custom', EACH] as const;

/** Operations a drawing may allow on a step. */
export const SIGN_OPERATIONS = ['abstain', 'transfer', 'delegate', 'before', 'after', 'parallel', 'remove', 'rework', 'takeBack'] as const;
export type SignOperation = (typeof SIGN_OPERATIONS)[number];

/** Those of them that need no vote. Where each fills in the form nobody does any of them unless it is drawn. */
export const EACH_OPERATIONS: readonly string[] = ['transfer', 'delegate', 'before', 'parallel', 'remove', 'rework'];

const words = z.string().default('').transform(wordsOf);
const flag = (value: 'true' | 'false') =>
  z
    .enum(['true', 'false', ''])
    .default('')
    .transform((text) => (text || value) === 'true');
const optional = z.string().optional();

/** Reads the extension element. A published model always parses: the lint rules of this plugin have looked at it. */
export const signSettings = z.object({
  mode: z.enum(SIGN_MODES).default('all'),
  /** `2/3` or a number of votes. */
  threshold: optional,
  quorum: optional,
  abstain: z.enum(['counted', 'excluded']).default('counted'),
  order: z.enum(['parallel', 'sequential']).optional(),
  earlyPass: flag('true'),
  earlyFail: flag('true'),
  /** `role:chief-head=3 person:wu=2`; everybody else counts 1. */
  weights: words,
  /** Principals such as `role:chief-head` or `person:wu`. */
  veto: words,
  mandatory: words,
  /** Signs when all others have; nothing passes before. */
  chair: words,
  /** Empty: all; where each fills in the form none. */
  operations: words,
  /** Characters an opinion must have at least. */
  minOpinion: z.coerce.number().int().min(0).max(2000).default(0),
  /** Name in the case data under which the result stands; default the id of the step. */
  variable: optional,
  statutory: flag('false'),
});
export type SignSettings = z.infer<typeof signSettings>;

/** How the people of one step decide. */
export interface SignRule extends VoteRule {
  readonly order: SeatOrder;
  readonly operations: readonly string[];
  readonly minOpinion: number;
  readonly settings: SignSettings;
}

/** The rule of a step whose drawing says nothing: everybody must agree. */
export const plainSignRule: SignRule = signRuleOf({});

/** The rule an extension element draws. */
export function signRuleOf(extension: JsonObject): SignRule {
  const settings = signSettings.parse(extension);
  const { mode, abstain, earlyPass, earlyFail, minOpinion } = settings;
  return {
    eachAnswers: mode === EACH,
    firstDecides: mode === 'anyFirst',
    threshold: thresholdFor(settings),
    quorum: quorumFor(settings),
    abstain,
    earlyPass,
    earlyFail,
    order: settings.order ?? (mode === 'sequential' ? 'sequential' : 'parallel'),
    operations: operationsFor(settings),
    minOpinion,
    settings,
  };
}

/** Weight, veto and part of one signer. */
export function marksOf(
  person: Person,
  settings: SignSettings,
): { weight: number; hasVeto: boolean; isMandatory: boolean; isChair: boolean } {
  const is = (principals: readonly string[]): boolean => principals.some((principal) => isPrincipal(person, principal));
  const weights = settings.weights.map(weightOf).filter(({ principal }) => isPrincipal(person, principal));
  const isChair = is(settings.chair);
  return {
    weight: Math.max(1, ...weights.map(({ weight }) => weight)),
    hasVeto: is(settings.veto),
    isMandatory: isChair || is(settings.mandatory),
    isChair,
  };
}

/** Reads `role:chief-head=3`. */
export function weightOf(text: string): { readonly principal: string; readonly weight: number } {
  const [principal = '', weight = ''] = text.split('=');
  return { principal, weight: /^[1-9]\d{0,2}$/.test(weight) ? Number(weight) : Number.NaN };
}

function isPrincipal(person: Person, principal: string): boolean {
  const [kind, id = ''] = principal.split(':');
  if (kind === 'person') return person.id === id;
  if (kind === 'post') return person.posts.includes(id);
  return kind === 'unit' ? person.unitId === id : person.roles.includes(id);
}

function operationsFor({ mode, operations }: SignSettings): readonly string[] {
  if (mode === EACH) return operations.filter((one) => EACH_OPERATIONS.includes(one));
  return operations.length > 0 ? operations : SIGN_OPERATIONS;
}

function thresholdFor({ mode, threshold }: SignSettings): Threshold {
  if (mode === 'anyAgree') return { kind: 'votes', votes: 1 };
  const given = threshold === undefined || mode === 'all' ? undefined : thresholdOf(threshold);
  return given ?? { kind: 'part', part: WHOLE };
}

function quorumFor({ quorum }: SignSettings): Fraction {
  return (quorum && fractionOf(quorum)) || NONE;
}
