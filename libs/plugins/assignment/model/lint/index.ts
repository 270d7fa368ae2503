import type { LintRule } from '@fashen/plugin-api';
import { dutyFits } from './duty-fits';
import { earlierStep } from './earlier-step';
import { excludedSteps } from './excluded-steps';
import { knownSettings } from './known-settings';
import { needsAssignment } from './needs-assignment';
import { plainPath } from './plain-path';

/** Checks of drawings, by rule name. */
export const assignmentLint: Readonly<Record<string, LintRule>> = {
  'needs-assignment': needsAssignment,
  'known-settings': knownSettings,
  'plain-path': plainPath,
  'earlier-step': earlierStep,
  'excluded-steps': excludedSteps,
  'duty-fits': dutyFits,
};
