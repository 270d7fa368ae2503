import type { LintRule } from '@fashen/plugin-api';
import { isStatutory } from './control.rules';

/** A step the law demands cannot be ended in a batch. */
export const batchNotStatutory: LintRule = (model) =>
  [...model.elements.values()]
    .filter(({ id, extensions }) => extensions['case-control:Batch']?.allowed === true && isStatutory(model, id))
    .map(({ id }) => ({ severity: 'error', elementId: id }));

/** Checks of drawings by rule name. */
export const caseControlLint: Readonly<Record<string, LintRule>> = { 'batch-not-statutory': batchNotStatutory };
