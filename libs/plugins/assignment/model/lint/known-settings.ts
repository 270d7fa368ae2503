import type { LintRule } from '@fashen/plugin-api';
import {
  ASSIGNMENT_KINDS,
  DUTIES,
  EMPTY_POLICIES,
  MOST_LEVELS,
  REACHES,
  SAME_PERSON_POLICIES,
  STARTER_POLICIES,
  wordsOf,
} from '../assignment.schema';
import { type DrawnAssignment, drawnAssignments } from './model-steps';

/** Ids of roles, posts, units and persons: letters, digits and hyphens. */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const KINDS_WITH_ID: readonly string[] = ['role', 'post', 'unit', 'unitHead', 'person'];

/** Every setting is one that exists: kind, level, policies and duty known, ids written like ids. */
export const knownSettings: LintRule = (model) =>
  drawnAssignments(model).flatMap((drawn) =>
    wrongSettings(drawn).map((setting) => ({
      severity: 'error' as const,
      elementId: drawn.step.id,
      params: { step: drawn.step.name ?? drawn.step.id, setting, value: textOf(drawn, setting) },
    })),
  );

type Setting = 'kind' | 'value' | 'level' | 'reach' | 'unit' | 'emptyPolicy' | 'emptyTo' | 'starterPolicy' | 'samePersonPolicy' | 'duty';

function wrongSettings(drawn: DrawnAssignment): readonly Setting[] {
  const checks: readonly (readonly [Setting, boolean])[] = [
    ['kind', isOneOf(ASSIGNMENT_KINDS, drawn.kind)],
    ['value', !KINDS_WITH_ID.includes(drawn.kind) || areIds(drawn.value)],
    ['level', drawn.level === '' || (/^\d$/.test(drawn.level) && Number(drawn.level) >= 1 && Number(drawn.level) <= MOST_LEVELS)],
    ['reach', isOneOf(['', ...REACHES], drawn.reach)],
    ['unit', drawn.unit === '' || PLAIN_ID.test(drawn.unit)],
    ['emptyPolicy', isOneOf(['', ...EMPTY_POLICIES], drawn.emptyPolicy)],
    ['emptyTo', drawn.emptyTo === '' || PLAIN_ID.test(drawn.emptyTo)],
    ['starterPolicy', isOneOf(['', ...STARTER_POLICIES], drawn.starterPolicy)],
    ['samePersonPolicy', isOneOf(['', ...SAME_PERSON_POLICIES], drawn.samePersonPolicy)],
    ['duty', isOneOf(DUTIES, drawn.duty)],
  ];
  return checks.filter(([, right]) => !right).map(([setting]) => setting);
}

function areIds(value: string): boolean {
  const ids = wordsOf(value);
  return ids.length > 0 && ids.every((id) => PLAIN_ID.test(id));
}

function textOf(drawn: DrawnAssignment, setting: Setting): string {
  return drawn[setting];
}

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
