import type { LintRule, ProcessModel } from '@fashen/plugin-api';
import { RETURN, textOf, WITHDRAWAL } from '../settings.rules';

/** Steps that settings name are user tasks of the drawing, and not the step itself. */
export const namedSteps: LintRule = (model) =>
  [...model.elements.values()].flatMap((element) => {
    const drawn = element.extensions[RETURN] ?? {};
    const withdrawal = element.extensions[WITHDRAWAL] ?? {};
    const named = [
      ...(textOf(drawn, 'onNotPassed') === 'RETURN_TO' ? [textOf(drawn, 'returnTo')] : []),
      ...(textOf(withdrawal, 'until') === 'NODE' ? [textOf(withdrawal, 'node')] : []),
    ];
    return named
      .filter((id) => id === element.id || !isUserTask(model, id))
      .map((value) => ({ severity: 'error' as const, elementId: element.id, params: { step: element.name ?? element.id, value } }));
  });

const isUserTask = (model: ProcessModel, id: string): boolean => model.elements.get(id)?.type === 'bpmn:UserTask';
