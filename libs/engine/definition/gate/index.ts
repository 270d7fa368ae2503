import { noBusyLoop } from './busy-loop';
import { noCode, noForeignExpression, plainIds } from './code-rules';
import { choiceHasConditions, choiceHasDefault, everyNodeOnAWay } from './reach-rules';
import { noDeadlock } from './soundness';
import type { SourceRule } from './source-rule';
import { boundedRepeats, timerHasTime } from './timer-rules';

/** The engine's own checks of a model that is to be published, in the order in which their findings are shown. */
export const sourceRules: readonly SourceRule[] = [
  plainIds,
  noCode,
  noForeignExpression,
  everyNodeOnAWay,
  choiceHasDefault,
  choiceHasConditions,
  noBusyLoop,
  timerHasTime,
  boundedRepeats,
  noDeadlock,
];
