import type { ProcessModel, TaskView } from '@fashen/plugin-api';

/** Whether the law demands a step: any extension of its element says `statutory`. */
export function isStatutory(model: ProcessModel, nodeId: string): boolean {
  const extensions = Object.values(model.elements.get(nodeId)?.extensions ?? {});
  return extensions.some(({ statutory }) => statutory === true || statutory === 'true');
}

/** Whether a case that waits in these nodes is stopped, resumed or ended by two people only. */
export function needsSecondPerson(model: ProcessModel, waiting: readonly { readonly nodeId: string }[]): boolean {
  return waiting.some(({ nodeId }) => isStatutory(model, nodeId));
}

/** Whether the drawing lets a step be ended together with others of its kind. A statutory step never may. */
export function allowsBatch(model: ProcessModel, nodeId: string): boolean {
  const allowed = model.elements.get(nodeId)?.extensions['case-control:Batch']?.allowed;
  return (allowed === true || allowed === 'true') && !isStatutory(model, nodeId);
}

/** Whether tasks are visits of one and the same step. */
export function isOneStep(tasks: readonly Pick<TaskView, 'definitionKey' | 'nodeId'>[]): boolean {
  return new Set(tasks.map(({ definitionKey, nodeId }) => `${definitionKey} ${nodeId}`)).size === 1;
}
