import type { LintRule } from '@fashen/plugin-api';
import { actFits, eachByPerson, seatsSign, statutoryByPerson } from './act-fits';
import { clockStarted, plainPath } from './clocks-fit';

/** Checks of drawings, by rule name. */
export const deadlineLint: Readonly<Record<string, LintRule>> = {
  'act-fits': actFits,
  'statutory-by-person': statutoryByPerson,
  'each-by-person': eachByPerson,
  'seats-sign': seatsSign,
  'plain-path': plainPath,
  'clock-started': clockStarted,
};
