import type { LintRule } from '@fashen/plugin-api';
import { directOverStatutory } from './direct-over-statutory';
import { knownSettings } from './known-settings';
import { namedSteps } from './named-steps';

/** Checks of drawings, by rule name. */
export const reworkLint: Readonly<Record<string, LintRule>> = {
  'known-settings': knownSettings,
  'named-steps': namedSteps,
  'direct-over-statutory': directOverStatutory,
};
