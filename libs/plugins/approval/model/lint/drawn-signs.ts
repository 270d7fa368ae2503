import type { JsonObject, LintFinding, LintRule, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { EACH, SIGN } from '../sign.schema';

/** Moddle type of a form on a step. */
export const FORM = 'form:Binding';

/** A step at which several sign, as it is drawn: texts, perhaps wrong ones. */
export interface DrawnSign {
  readonly step: ModelElement;
  readonly settings: JsonObject;
}

/** All of them. */
export function drawnSigns(model: ProcessModel): readonly DrawnSign[] {
  return [...model.elements.values()].flatMap((step) => {
    const settings = step.extensions[SIGN];
    return settings ? [{ step, settings }] : [];
  });
}

/** One setting, without blanks around it; empty when it is not drawn. */
export function textOf({ settings }: DrawnSign, name: string): string {
  const value = settings[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** True where each fills in the form of the step, and nobody votes. */
export function isEach(drawn: DrawnSign): boolean {
  return textOf(drawn, 'mode') === EACH;
}

/** A finding on the step. */
export function findingOn({ step }: DrawnSign, severity: LintFinding['severity'], params: JsonObject = {}): ReturnType<LintRule>[number] {
  return { severity, elementId: step.id, params: { step: step.name ?? step.id, ...params } };
}
