import type { LintRule } from '@fashen/plugin-api';
import { argumentGiven } from './argument-given';
import { dutyFits } from './duty-fits';
import { earlierStep } from './earlier-step';
import { excludedSteps } from './excluded-steps';
import { knownRoles } from './known-roles';
import { knownSettings } from './known-settings';
import { needsAssignment } from './needs-assignment';
import { answerNeverPassed, performerNeverPassed, statutoryNeverPassed } from './never-passed';
import { plainPath } from './plain-path';
import { readableExpression } from './readable-expression';

/** Checks of drawings, by rule name. */
export const assignmentLint: Readonly<Record<string, LintRule>> = {
  'needs-assignment': needsAssignment,
  'known-settings': knownSettings,
  'known-roles': knownRoles,
  'argument-given': argumentGiven,
  'plain-path': plainPath,
  'readable-expression': readableExpression,
  'earlier-step': earlierStep,
  'excluded-steps': excludedSteps,
  'duty-fits': dutyFits,
  'statutory-never-passed': statutoryNeverPassed,
  'answer-never-passed': answerNeverPassed,
  'performer-never-passed': performerNeverPassed,
};
