import { feel } from '@fashen/feel/server';
import { isWorkflowError, type Json } from '@fashen/plugin-api';
import type { ModelProblem, ModelSource, SourceNode } from '../model/model-source';
import { isActivity, kindOf } from './node-kind';
import { unsupportedEvents } from './unsupported-events';
import { finding, type Check } from './unsupported-finding';

/**
 * What is drawn but cannot run: elements the kernel does not know, contradictions, expressions that are no FEEL. Empty for a model that
 * `compileProcess` accepts. Everything is reported at once, with the element it is about.
 */
export function unsupported(source: ModelSource): readonly ModelProblem[] {
  return CHECKS.flatMap((check) => check(source));
}

const elements: Check = ({ nodes }) =>
  nodes
    .filter((node) => kindOf(node) === undefined || node.isForCompensation)
    .map(({ id, type, events }) =>
      finding('unsupported-element', id, { type: type.replace('bpmn:', ''), event: events.map(({ kind }) => kind).join(' ') }),
    );

const code: Check = ({ nodes, flows }) => [
  ...nodes.filter((node) => node.code !== undefined).map(({ id }) => finding('no-code', id)),
  ...flows
    .filter(({ conditionLanguage: language }) => language !== undefined && !/feel/i.test(language))
    .map(({ id }) => finding('no-code', id)),
];

const starts: Check = ({ nodes, processId }) => {
  const scopes = [
    undefined,
    ...nodes.filter(({ type, isEventSubProcess }) => type === 'bpmn:SubProcess' && !isEventSubProcess).map(({ id }) => id),
  ];
  return scopes.flatMap((scopeId) => {
    const inside = nodes.filter((node) => node.type === 'bpmn:StartEvent' && node.parentId === scopeId);
    const plain = inside.filter(({ events }) => events.length === 0);
    if (inside.length === 0) return [finding('no-start', scopeId ?? processId)];
    if (plain.length > 1) return [finding('several-starts', scopeId ?? processId)];
    return scopeId === undefined || inside.length === plain.length
      ? []
      : [finding('unsupported-element', inside[0]?.id, { type: 'StartEvent', event: '' })];
  });
};

const loops: Check = ({ nodes }) =>
  nodes.flatMap(({ id, loop, type, isEventSubProcess }) => {
    if (!loop) return [];
    if (loop.kind === 'standard') return [finding('standard-loop', id)];
    if (isEventSubProcess || type === 'bpmn:Task') return [finding('unsupported-element', id, { type: 'MultiInstance', event: '' })];
    if (loop.itemVariable !== undefined && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(loop.itemVariable))
      return [finding('bad-variable', id, { name: loop.itemVariable })];
    return (loop.collection === undefined) === (loop.cardinality === undefined) ? [finding('loop-without-items', id)] : [];
  });

const boundaries: Check = ({ nodes }) => {
  const activities = new Set(nodes.filter(isActivity).map(({ id }) => id));
  const scopes = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  const onAutomatic = new Set(nodes.filter(({ type, isEventSubProcess }) => type === 'bpmn:Task' || isEventSubProcess).map(({ id }) => id));
  const isMisplaced = ({ attachedToId: host, parentId }: SourceNode): boolean =>
    host === undefined || !activities.has(host) || onAutomatic.has(host) || scopes.get(host) !== parentId;
  return nodes.filter((node) => node.type === 'bpmn:BoundaryEvent' && isMisplaced(node)).map(({ id }) => finding('boundary-misplaced', id));
};

const flowsInPlace: Check = ({ nodes, flows }) => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isMisplaced = (sourceId: string, targetId: string): boolean => {
    const [source, target] = [byId.get(sourceId), byId.get(targetId)];
    if (!source || !target || source.parentId !== target.parentId) return true;
    const isEntry = ['bpmn:StartEvent', 'bpmn:BoundaryEvent'].includes(target.type);
    return isEntry || source.type === 'bpmn:EndEvent' || source.isEventSubProcess || target.isEventSubProcess;
  };
  return flows.filter(({ sourceId, targetId }) => isMisplaced(sourceId, targetId)).map(({ id }) => finding('flow-misplaced', id));
};

/** A token that enters a dead end that is no end event would vanish unseen; so would one at a start that leads nowhere. */
const deadEnds: Check = ({ nodes, flows }) => {
  const sources = new Set(flows.map(({ sourceId }) => sourceId));
  return nodes
    .filter((node) => !sources.has(node.id) && ['exclusive', 'inclusive', 'parallel', 'eventGateway'].includes(kindOf(node) ?? ''))
    .map(({ id }) => finding('gateway-without-exit', id));
};

const expressions: Check = ({ nodes, flows }) => [
  ...flows.flatMap(({ id, condition }) => (condition === undefined ? [] : badExpression(id, condition))),
  ...nodes.flatMap(({ id, loop, events }) => {
    const timers = events.map(({ timerText }) => timerText).filter((text) => text?.startsWith('='));
    const texts = [loop?.collection, loop?.cardinality, loop?.completionCondition, ...timers];
    return texts.flatMap((text) => (text === undefined ? [] : badExpression(id, text)));
  }),
];

function badExpression(elementId: string, text: string): readonly ModelProblem[] {
  try {
    feel.compileExpression(text);
    return [];
  } catch (error) {
    if (!isWorkflowError(error)) throw error;
    const params: Record<string, Json> = { text: text.slice(0, 120), cause: error.code };
    return [finding('bad-expression', elementId, params)];
  }
}

const CHECKS: readonly Check[] = [elements, code, starts, loops, boundaries, flowsInPlace, deadEnds, expressions, unsupportedEvents];
