import type { LintRule } from '@fashen/plugin-api';
import { knownSettings, readableThreshold } from './known-settings';
import { eachHasForm, eachWithoutVotes } from './each-answers';
import { outcomeUsed } from './outcome-used';
import { noOwnForm, signersGiven, statutoryByPeople } from './signers-given';

/** Checks of drawings, by rule name. */
export const approvalLint: Readonly<Record<string, LintRule>> = {
  'known-settings': knownSettings,
  'readable-threshold': readableThreshold,
  'signers-given': signersGiven,
  'no-own-form': noOwnForm,
  'each-has-form': eachHasForm,
  'each-without-votes': eachWithoutVotes,
  'statutory-by-people': statutoryByPeople,
  'outcome-used': outcomeUsed,
};
