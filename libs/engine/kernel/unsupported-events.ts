import type { ModelProblem, ModelSource, SourceEvent, SourceNode } from '../model/model-source';
import { parseDuration, parseInstant } from './iso-duration';
import { planTimer } from './timers';
import { type Check, finding } from './unsupported-finding';

/** Checks of events: timers, messages, errors, links, event sub-processes, event-based gateways. */
export const unsupportedEvents: Check = (source) => [
  ...source.nodes.flatMap((node) => [...timerFindings(node, source), ...nameFindings(node)]),
  ...linkFindings(source),
  ...eventSubProcessFindings(source),
  ...eventGatewayFindings(source),
];

function timerFindings(node: SourceNode, { nodes }: ModelSource): readonly ModelProblem[] {
  const timer = node.events.find(({ kind }) => kind === 'timer');
  if (!timer) return [];
  if (timer.timerType === undefined || timer.timerText === undefined) return [finding('timer-without-time', node.id)];
  if (timer.timerType === 'cycle' && !mayRepeat(node, nodes)) return [finding('cycle-misplaced', node.id)];
  return timer.timerText.startsWith('=') || isLiteral(timer)
    ? []
    : [finding('timer-unreadable', node.id, { text: timer.timerText.slice(0, 60) })];
}

/** Repeating timers make sense only where the token does not go on through them. */
function mayRepeat({ type, isInterrupting, parentId }: SourceNode, nodes: readonly SourceNode[]): boolean {
  const isHandler = nodes.some(({ id, isEventSubProcess }) => id === parentId && isEventSubProcess);
  return !isInterrupting && (type === 'bpmn:BoundaryEvent' || (type === 'bpmn:StartEvent' && isHandler));
}

function isLiteral({ timerType, timerText = '' }: SourceEvent): boolean {
  if (timerType === 'duration') return parseDuration(timerText) !== undefined;
  if (timerType === 'date') return parseInstant(timerText) !== undefined;
  try {
    return planTimer('cycle', timerText, { nodeId: '', now: new Date(0) }).d > 0;
  } catch {
    return false;
  }
}

function nameFindings(node: SourceNode): readonly ModelProblem[] {
  const { id, type, messageName } = node;
  const event: Partial<SourceEvent> = node.events[0] ?? {};
  if (waitsForMessage(node) && (messageName ?? event.messageName) === undefined) return [finding('message-without-name', id)];
  if (type === 'bpmn:EndEvent' && event.kind === 'error' && event.errorCode === undefined) return [finding('error-without-code', id)];
  return type === 'bpmn:BoundaryEvent' && event.kind === undefined ? [finding('boundary-misplaced', id)] : [];
}

const CATCHING = new Set(['bpmn:StartEvent', 'bpmn:BoundaryEvent', 'bpmn:IntermediateCatchEvent']);

const waitsForMessage = ({ type, events }: SourceNode): boolean =>
  type === 'bpmn:ReceiveTask' || (CATCHING.has(type) && events[0]?.kind === 'message');

function linkFindings({ nodes }: ModelSource): readonly ModelProblem[] {
  const links = nodes.filter(({ events }) => events[0]?.kind === 'link');
  const isThrow = ({ type }: SourceNode): boolean => type === 'bpmn:IntermediateThrowEvent';
  const targetsOf = (link: SourceNode): readonly SourceNode[] =>
    links.filter((other) => !isThrow(other) && other.parentId === link.parentId && other.events[0]?.linkName === link.events[0]?.linkName);
  return links
    .filter((link) => (isThrow(link) ? link.events[0]?.linkName === undefined || targetsOf(link).length !== 1 : targetsOf(link).length > 1))
    .map(({ id }) => finding('link-without-target', id));
}

function eventSubProcessFindings({ nodes }: ModelSource): readonly ModelProblem[] {
  return nodes
    .filter(({ isEventSubProcess }) => isEventSubProcess)
    .filter((handler) => {
      const starts = nodes.filter((node) => node.type === 'bpmn:StartEvent' && node.parentId === handler.id);
      return starts.length !== 1 || starts.some(({ events }) => events.length === 0);
    })
    .map(({ id }) => finding('event-sub-process-start', id));
}

function eventGatewayFindings({ nodes, flows }: ModelSource): readonly ModelProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isCatch = (node: SourceNode | undefined): boolean =>
    node?.type === 'bpmn:ReceiveTask'
      ? !node.loop
      : node?.type === 'bpmn:IntermediateCatchEvent' && ['timer', 'message'].includes(node.events[0]?.kind ?? '');
  return flows
    .filter(({ sourceId }) => byId.get(sourceId)?.type === 'bpmn:EventBasedGateway')
    .filter(
      ({ targetId, condition }) =>
        condition !== undefined || !isCatch(byId.get(targetId)) || flows.filter((flow) => flow.targetId === targetId).length > 1,
    )
    .map(({ id }) => finding('event-gateway-target', id));
}
