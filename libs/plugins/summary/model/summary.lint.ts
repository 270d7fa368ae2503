import type { LintRule } from '@fashen/plugin-api';

const DUTY = 'investigate';

/** A decision on the spot is made by the two officers of the case, so the step carries their duty and no other. */
const officersDecide: LintRule = (model) =>
  [...model.elements.values()]
    .filter(({ extensions }) => extensions['summary:Decision'] && extensions['assignment:Assignment']?.['duty'] !== DUTY)
    .map(({ id, name }) => ({ severity: 'error', elementId: id, params: { step: name ?? id, duty: DUTY } }));

/** Rules for drawings with steps of the summary procedure. */
export const summaryLint: Readonly<Record<string, LintRule>> = { 'officers-decide': officersDecide };
