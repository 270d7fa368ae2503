import type { LintRule } from '@fashen/plugin-api';
import { comesAlwaysBefore } from '../path.rules';
import { isStatutory, RETURN, returnSettings } from '../settings.rules';

/**
 * A step that sends corrections straight back to itself lies behind a step the law demands: from before that one the straight way
 * is never taken. Only a warning, because the settings may be meant for the steps in between.
 */
export const directOverStatutory: LintRule = (model) => {
  const statutory = [...model.elements.values()].filter(isStatutory);
  return [...model.elements.values()]
    .filter(({ id, extensions }) => RETURN in extensions && returnSettings(model, id).mode === 'DIRECT')
    .flatMap((element) => {
      const before = statutory.find(({ id }) => comesAlwaysBefore(model, id, element.id));
      const params = { step: element.name ?? element.id, value: before?.name ?? before?.id };
      return before ? [{ severity: 'warning' as const, elementId: element.id, params }] : [];
    });
};
