import type { ModelElement, ProcessModel } from '@fashen/plugin-api';
import { isStatutory } from './settings.rules';

/** Kinds of gateway at which tokens split or wait for each other. */
const SPLITS: readonly string[] = ['bpmn:ParallelGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway', 'bpmn:EventBasedGateway'];
/** Steps that do or find out something by themselves. */
const AUTOMATIC: readonly string[] = ['bpmn:BusinessRuleTask', 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:ScriptTask', 'bpmn:CallActivity'];

/** The stretch of a drawing from one step to another, both left out. */
export interface Stretch {
  /** False when no way leads there within the same scope. */
  readonly exists: boolean;
  readonly elements: readonly ModelElement[];
}

/** Everything that lies on a way from one step to the other, within one scope; boundary events lead on too. */
export function stretchOf(model: ProcessModel, fromId: string, toId: string): Stretch {
  const [after, before] = [reach(model, fromId, toId, nextOf), reach(model, toId, fromId, previousOf)];
  const elements = [...after].filter((id) => before.has(id) && id !== fromId && id !== toId).flatMap((id) => model.elements.get(id) ?? []);
  const isSameScope = model.elements.get(fromId)?.parentId === model.elements.get(toId)?.parentId;
  return { exists: isSameScope && after.has(toId), elements };
}

/** True when every way from a start to a step leads through the other one before. */
export function comesAlwaysBefore(model: ProcessModel, earlierId: string, laterId: string): boolean {
  if (earlierId === laterId) return false;
  const isTop = (parentId = ''): boolean => parentId === model.processId || model.elements.get(parentId)?.isEventSubProcess === true;
  const starts = [...model.elements.values()]
    .filter(({ type, parentId }) => type === 'bpmn:StartEvent' && isTop(parentId))
    .map(({ id }) => id);
  const isReachable = (withoutId?: string): boolean => starts.some((id) => leads(model, id, laterId, withoutId));
  return isReachable() && !isReachable(earlierId);
}

/** Elements of a stretch at which tokens split or meet. */
export function splitsOf({ elements }: Stretch, model: ProcessModel): readonly ModelElement[] {
  return elements.filter((element) => SPLITS.includes(element.type) || hasPlainSplit(model, element));
}

/** Automatic steps of a stretch. */
export function automaticOf({ elements }: Stretch): readonly ModelElement[] {
  return elements.filter(({ type, isMultiInstance }) => AUTOMATIC.includes(type) || type === 'bpmn:SubProcess' || isMultiInstance === true);
}

/** Steps of a stretch that must never be left out, those inside its sub-processes too. */
export function statutoryOf({ elements }: Stretch, model: ProcessModel): readonly ModelElement[] {
  const ids = new Set(elements.map(({ id }) => id));
  const isInside = ({ id, parentId }: ModelElement): boolean => {
    const parent = model.elements.get(parentId ?? '');
    return ids.has(id) || (parent !== undefined && isInside(parent));
  };
  return [...model.elements.values()].filter((element) => isStatutory(element) && isInside(element));
}

/** Calls of other processes on a stretch. */
export function callsOf({ elements }: Stretch): readonly ModelElement[] {
  return elements.filter(({ type }) => type === 'bpmn:CallActivity');
}

/** FEEL texts of the conditions that decide which way the stretch is walked. */
export function conditionsOf(model: ProcessModel, { elements }: Stretch): readonly string[] {
  const ids = new Set(elements.map(({ id }) => id));
  return model.flows.flatMap(({ sourceId, condition }) => (condition !== undefined && ids.has(sourceId) ? [condition] : []));
}

/** More than one flow leaves a step that is no gateway: it splits without being drawn as a split. */
function hasPlainSplit(model: ProcessModel, { id, type }: ModelElement): boolean {
  return !type.endsWith('Gateway') && model.flows.filter(({ sourceId }) => sourceId === id).length > 1;
}

type Step = (model: ProcessModel, id: string) => readonly string[];

/** What can be reached without passing the other end, the other end included. */
function reach(model: ProcessModel, fromId: string, endId: string, step: Step): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...step(model, fromId)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (id !== endId && id !== fromId) open.push(...step(model, id));
  }
  return seen;
}

const nextOf: Step = (model, id) => [
  ...model.flows.filter(({ sourceId }) => sourceId === id).map(({ targetId }) => targetId),
  ...[...model.elements.values()].filter(({ attachedToId }) => attachedToId === id).map((boundary) => boundary.id),
];

const previousOf: Step = (model, id) => {
  const host = model.elements.get(id)?.attachedToId;
  return [...model.flows.filter(({ targetId }) => targetId === id).map(({ sourceId }) => sourceId), ...(host === undefined ? [] : [host])];
};

function leads(model: ProcessModel, fromId: string, toId: string, withoutId?: string): boolean {
  const seen = new Set<string>();
  const open = [fromId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === withoutId || seen.has(id)) continue;
    if (id === toId) return true;
    seen.add(id);
    open.push(...nextOf(model, id), ...insideOf(model, id), ...outOf(model, id));
  }
  return false;
}

/** From a sub-process to what starts in it. */
const insideOf: Step = (model, id) =>
  [...model.elements.values()].filter((one) => one.parentId === id && one.type === 'bpmn:StartEvent').map((start) => start.id);

/** From the end of a sub-process to what comes after it. */
const outOf: Step = (model, id) => {
  const element = model.elements.get(id);
  if (element?.type !== 'bpmn:EndEvent' || element.parentId === undefined || element.parentId === model.processId) return [];
  return nextOf(model, element.parentId);
};
