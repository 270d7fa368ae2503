import type { LintRule } from '@fashen/plugin-api';
import { ASSIGNMENT } from '@fashen/plugins/assignment/model';
import { drawnSigns, findingOn, FORM, isEach } from './drawn-signs';

/** Who signs is said by the assignment of the same step. */
export const signersGiven: LintRule = (model) =>
  drawnSigns(model)
    .filter(({ step }) => step.extensions[ASSIGNMENT] === undefined)
    .map((drawn) => findingOn(drawn, 'error'));

/** Parts that one person fills in do not stand on a step that several sign. A form that each fills in does. */
export const noOwnForm: LintRule = (model) =>
  drawnSigns(model)
    .filter((drawn) => hasOwnForm(Object.keys(drawn.step.extensions).filter((name) => !isEach(drawn) || name !== FORM)))
    .map((drawn) => findingOn(drawn, 'error'));

/** True when a step asks its holder for more than a vote. */
export function hasOwnForm(extensions: readonly string[]): boolean {
  return extensions.some((name) => name === FORM || name.startsWith('legal-review:'));
}

const AUTOMATIC: readonly string[] = ['autoPass', 'skip'];

/** A step the law asks for is never passed without people. */
export const statutoryByPeople: LintRule = (model) =>
  drawnSigns(model)
    .filter(({ settings }) => settings['statutory'] === 'true')
    .flatMap((drawn) => {
      const rule = drawn.step.extensions[ASSIGNMENT] ?? {};
      return Object.entries(rule)
        .filter(([, value]) => typeof value === 'string' && AUTOMATIC.includes(value))
        .map(([setting, value]) => findingOn(drawn, 'error', { setting, value: String(value) }));
    });
