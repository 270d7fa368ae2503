import type { LintRule } from '@fashen/plugin-api';
import { wordsOf } from '@fashen/plugins/assignment/model';
import { EACH_OPERATIONS } from '../sign.schema';
import { type DrawnSign, drawnSigns, findingOn, FORM, isEach, textOf } from './drawn-signs';

/** Settings about votes. */
const OF_VOTES = ['threshold', 'quorum', 'abstain', 'earlyPass', 'earlyFail', 'weights', 'veto', 'mandatory', 'minOpinion'] as const;

/** Where each fills in the form of the step there is one. */
export const eachHasForm: LintRule = (model) =>
  drawnSigns(model)
    .filter((drawn) => isEach(drawn) && drawn.step.extensions[FORM] === undefined)
    .map((drawn) => findingOn(drawn, 'error'));

/** Where each fills in the form nobody votes: what is only about votes does nothing there. */
export const eachWithoutVotes: LintRule = (model) =>
  drawnSigns(model)
    .filter(isEach)
    .flatMap((drawn) => votingIn(drawn).map(([setting, value]) => findingOn(drawn, 'error', { setting, value })));

function votingIn(drawn: DrawnSign): readonly (readonly [setting: string, value: string])[] {
  const set = OF_VOTES.map((setting) => [setting, textOf(drawn, setting)] as const).filter(([, value]) => value !== '');
  const operations = wordsOf(textOf(drawn, 'operations')).filter((one) => !EACH_OPERATIONS.includes(one));
  return operations.length === 0 ? set : [...set, ['operations', operations.join(' ')]];
}
