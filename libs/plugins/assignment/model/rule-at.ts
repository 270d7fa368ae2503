import type { ModelElement } from '@fashen/plugin-api';
import { ASSIGNMENT, assignmentRule, type AssignmentRule } from './assignment.schema';
import { isStatutoryStep } from './statutory.rules';

/** Extension of a step that several sign. */
const SIGN = 'approval:Sign';
/** Extensions that ask a person for more than a yes. */
const ASKING: readonly string[] = [SIGN, 'opinion:Policy'];

/**
 * The rule of a step as it counts; absent when the step has none. What a drawing must not say is not done even if it was published: a step
 * the law demands, or that asks for votes or an opinion, is never passed by itself.
 */
export function ruleAt(element: ModelElement | undefined): AssignmentRule | undefined {
  const parsed = assignmentRule.safeParse(element?.extensions[ASSIGNMENT]);
  if (!element || !parsed.success) return undefined;
  const rule = parsed.data;
  if (mayBePassed(element)) return rule;
  return {
    ...rule,
    starterPolicy: rule.starterPolicy === 'skip' ? 'allow' : rule.starterPolicy,
    samePersonPolicy: skipsSamePerson(rule) ? 'allow' : rule.samePersonPolicy,
  };
}

/** True when the step may be passed by itself, if its rule says so. */
export function mayBePassed(element: ModelElement): boolean {
  return !isStatutoryStep(element) && !ASKING.some((extension) => extension in element.extensions);
}

/** True when several sign the step. */
export function isSigned(element: ModelElement | undefined): boolean {
  return element !== undefined && SIGN in element.extensions;
}

/** True when each of several people fills in the form of the step for themselves, and nobody votes. */
export function isFilledInByEach(element: ModelElement | undefined): boolean {
  return element?.extensions[SIGN]?.['mode'] === 'each';
}

/** True when the rule lets the step pass by itself for who has agreed before. */
export function skipsSamePerson({ samePersonPolicy }: Pick<AssignmentRule, 'samePersonPolicy'>): boolean {
  return samePersonPolicy === 'skip' || samePersonPolicy === 'skipAny';
}
