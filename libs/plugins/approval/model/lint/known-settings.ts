import type { LintRule } from '@fashen/plugin-api';
import { isPlainPath, wordsOf } from '@fashen/plugins/assignment/model';
import { SIGN_MODES, SIGN_OPERATIONS, weightOf } from '../sign.schema';
import { fractionOf, thresholdOf } from '../threshold.rules';
import { type DrawnSign, drawnSigns, findingOn, textOf } from './drawn-signs';

const PRINCIPAL = /^(role|person|post|unit):[A-Za-z0-9][A-Za-z0-9-]*$/;

type Check = readonly [setting: string, isRight: (text: string) => boolean];

const isOneOf =
  (...values: readonly string[]) =>
  (text: string): boolean =>
    text === '' || values.includes(text);
const arePrincipals = (text: string): boolean => wordsOf(text).every((word) => PRINCIPAL.test(word));
const areWeights = (text: string): boolean =>
  wordsOf(text).every((word) => {
    const { principal, weight } = weightOf(word);
    return PRINCIPAL.test(principal) && Number.isInteger(weight);
  });

const CHECKS: readonly Check[] = [
  ['mode', isOneOf(...SIGN_MODES)],
  ['quorum', (text) => text === '' || fractionOf(text) !== undefined],
  ['abstain', isOneOf('counted', 'excluded')],
  ['order', isOneOf('parallel', 'sequential')],
  ['earlyPass', isOneOf('true', 'false')],
  ['earlyFail', isOneOf('true', 'false')],
  ['weights', areWeights],
  ['veto', arePrincipals],
  ['mandatory', arePrincipals],
  ['chair', arePrincipals],
  ['operations', (text) => wordsOf(text).every((word) => (SIGN_OPERATIONS as readonly string[]).includes(word))],
  ['minOpinion', (text) => /^\d{0,4}$/.test(text) && Number(text) <= 2000],
  ['variable', (text) => text === '' || (isPlainPath(text) && !text.includes('.'))],
  ['statutory', isOneOf('true', 'false')],
];

/** Every setting is one that exists. */
export const knownSettings: LintRule = (model) =>
  drawnSigns(model).flatMap((drawn) =>
    CHECKS.filter(([setting, isRight]) => !isRight(textOf(drawn, setting))).map(([setting]) =>
      findingOn(drawn, 'error', { setting, value: textOf(drawn, setting) }),
    ),
  );

/** The threshold can be read, and stands where the mode needs one. */
export const readableThreshold: LintRule = (model) =>
  drawnSigns(model)
    .filter((drawn) => !isThresholdRight(drawn))
    .map((drawn) => findingOn(drawn, 'error', { value: textOf(drawn, 'threshold') }));

function isThresholdRight(drawn: DrawnSign): boolean {
  const [mode, text] = [textOf(drawn, 'mode'), textOf(drawn, 'threshold')];
  const kind = thresholdOf(text)?.kind;
  if (mode === 'ratio') return kind === 'part';
  if (mode === 'count') return kind === 'votes';
  if (mode === 'custom') return kind !== undefined;
  return text === '' || kind !== undefined;
}
