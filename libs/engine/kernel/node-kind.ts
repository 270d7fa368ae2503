import type { SourceNode } from '../model/model-source';
import type { NodeKind } from './types';

const BY_TYPE: Readonly<Record<string, NodeKind>> = {
  'bpmn:Task': 'pass',
  'bpmn:UserTask': 'task',
  'bpmn:ManualTask': 'task',
  'bpmn:ServiceTask': 'work',
  'bpmn:SendTask': 'work',
  'bpmn:BusinessRuleTask': 'work',
  'bpmn:ReceiveTask': 'message',
  'bpmn:CallActivity': 'call',
  'bpmn:SubProcess': 'subProcess',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:EventBasedGateway': 'eventGateway',
};

/** Events by type and event definition (`none` without one). */
const EVENTS: Readonly<Record<string, Readonly<Record<string, NodeKind>>>> = {
  'bpmn:StartEvent': { none: 'pass', timer: 'timer', message: 'message', error: 'pass' },
  'bpmn:BoundaryEvent': { timer: 'timer', message: 'message', error: 'pass' },
  'bpmn:IntermediateCatchEvent': { timer: 'timer', message: 'message', link: 'pass' },
  'bpmn:IntermediateThrowEvent': { none: 'pass', message: 'work', link: 'pass' },
  'bpmn:EndEvent': { none: 'pass', message: 'work', error: 'errorEnd', terminate: 'terminateEnd' },
};

/** How the kernel treats a node; `undefined` when it does not support it. */
export function kindOf({ type, events }: SourceNode): NodeKind | undefined {
  const byEvent = EVENTS[type];
  if (!byEvent) return BY_TYPE[type];
  return events.length > 1 ? undefined : byEvent[events[0]?.kind ?? 'none'];
}

const ACTIVITIES: ReadonlySet<string> = new Set(['task', 'work', 'message', 'call', 'subProcess']);

/** True for tasks, call activities and sub-processes: what may have boundary events and loops. */
export const isActivity = (node: SourceNode): boolean =>
  !(node.type in EVENTS) && (ACTIVITIES.has(kindOf(node) ?? '') || node.type === 'bpmn:Task');
