import type { LibraryActivity, LibraryApi, LibraryExecution } from './bpmn-engine-elements';

/** Position of an item of a multi-instance activity; absent on everything else. */
export function indexOf({ isMultiInstance, index }: LibraryApi['content']): number | undefined {
  return isMultiInstance === true && typeof index === 'number' ? index : undefined;
}

const innerOf = (activity: LibraryActivity): readonly LibraryExecution[] =>
  activity.isSubProcess && activity.status ? (activity.execution?.source?.executions ?? []) : [];

/** A process or sub-process with all running sub-processes inside it. */
export function scopesOf(execution: LibraryExecution): readonly LibraryExecution[] {
  return [execution, ...execution.getActivities().flatMap(innerOf).flatMap(scopesOf)];
}

/** The waits behind a postponed activity: itself, what waits inside it, or its items. Error boundary events and event-based gateways are no waits. */
export function leavesOf(api: LibraryApi, activity: LibraryActivity | undefined): readonly LibraryApi[] {
  if (api.content['isSequenceFlow'] || !activity || isNoWait(activity)) return [];
  if (activity.isSubProcess) {
    return innerOf(activity).flatMap((scope) => scope.getPostponed().flatMap((inner) => leavesOf(inner, scope.getActivityById(inner.id))));
  }
  const items = activity.isMultiInstance ? api.getExecuting().filter(({ content }) => content['isMultiInstance']) : [];
  return items.length > 0 ? items : [api];
}

function isNoWait(activity: LibraryActivity): boolean {
  const { type, behaviour } = activity as unknown as { type: string; behaviour?: { eventDefinitions?: readonly { type: string }[] } };
  const isErrorCatch = (behaviour?.eventDefinitions ?? []).some((event) => event.type === 'bpmn:ErrorEventDefinition');
  return type === 'bpmn:EventBasedGateway' || isErrorCatch;
}
