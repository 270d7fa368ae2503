import type { ModelProblem, ModelSource } from '../model/model-source';

/** One check of a model. */
export type Check = (source: ModelSource) => readonly ModelProblem[];

/** A finding that stops the deployment. */
export function finding(rule: string, elementId?: string, params?: ModelProblem['params']): ModelProblem {
  return { rule: `engine.${rule}`, severity: 'error', ...(elementId !== undefined && { elementId }), ...(params && { params }) };
}
