import type { InstanceStatus, ProcessModel } from '@fashen/plugin-api';
import type { CaseAction } from './case-control.schema';

/** Whether the law demands a step: any extension of its element says `statutory`. */
export function isStatutory(model: ProcessModel, nodeId: string): boolean {
  const extensions = Object.values(model.elements.get(nodeId)?.extensions ?? {});
  return extensions.some(({ statutory }) => statutory === true || statutory === 'true');
}

/** Whether a case that waits in these nodes is stopped, resumed or ended by two people only. */
export function needsSecondPerson(model: ProcessModel, waiting: readonly { readonly nodeId: string }[]): boolean {
  return waiting.some(({ nodeId }) => isStatutory(model, nodeId));
}

const FROM: Readonly<Record<CaseAction, readonly InstanceStatus[]>> = {
  suspend: ['RUNNING'],
  resume: ['SUSPENDED'],
  terminate: ['RUNNING', 'SUSPENDED'],
};

/** Whether a case that stands like this can be stopped, resumed or ended at all. */
export function isPossible(action: CaseAction, status: InstanceStatus): boolean {
  return FROM[action].includes(status);
}
