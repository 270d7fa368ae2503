import type { ProcessModel } from '@fashen/plugin-api';

/** Whether the law demands a step: any extension of its element says `statutory`. */
export function isStatutory(model: ProcessModel, nodeId: string): boolean {
  const extensions = Object.values(model.elements.get(nodeId)?.extensions ?? {});
  return extensions.some(({ statutory }) => statutory === true || statutory === 'true');
}

/** Whether a case that waits in these nodes is stopped, resumed or ended by two people only. */
export function needsSecondPerson(model: ProcessModel, waiting: readonly { readonly nodeId: string }[]): boolean {
  return waiting.some(({ nodeId }) => isStatutory(model, nodeId));
}
