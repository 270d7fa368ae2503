import type { LintRule } from '@fashen/plugin-api';
import { isDrawnBatch, needsEachAlone, wrongPaths } from './batch.rules';

/** A step that the law wants looked at case by case cannot be agreed in a batch. */
export const batchNotStatutory: LintRule = (model) =>
  [...model.elements.values()]
    .filter((element) => isDrawnBatch(element) && needsEachAlone(model, element.id))
    .map(({ id }) => ({ severity: 'error', elementId: id }));

/** The fields that a batch fills are named by plain paths. */
export const batchPaths: LintRule = (model) =>
  [...model.elements.values()].flatMap((element) =>
    wrongPaths(element).map((path) => ({ severity: 'error' as const, elementId: element.id, params: { path } })),
  );

/** Checks of drawings by rule name. */
export const caseControlLint: Readonly<Record<string, LintRule>> = {
  'batch-not-statutory': batchNotStatutory,
  'batch-paths': batchPaths,
};
