import type { JsonObject, ModelElement, ModelFlow, ProcessModel } from '@fashen/plugin-api';

const PARTS: readonly (readonly [string, string, string?])[] = [
  ['catalog', 'Catalog'],
  ['draft', 'Draft'],
  ['review', 'Review', 'review'],
  ['sign', 'Signature', 'sign-review'],
  ['decide', 'Decision', 'decide'],
  ['hear', 'Hearing', 'hear'],
];
const TYPES: readonly (readonly [string, string])[] = [
  ['start', 'bpmn:StartEvent'],
  ['end', 'bpmn:EndEvent'],
  ['xor', 'bpmn:ExclusiveGateway'],
  ['and', 'bpmn:ParallelGateway'],
  ['or', 'bpmn:InclusiveGateway'],
  ['event', 'bpmn:BoundaryEvent'],
  ['sub', 'bpmn:SubProcess'],
  ['call', 'bpmn:CallActivity'],
  ['throw', 'bpmn:IntermediateThrowEvent'],
  ['catch', 'bpmn:IntermediateCatchEvent'],
  ['catalog', 'bpmn:BusinessRuleTask'],
];

/**
 * Draws a model in text, for tests: one flow per line, `from > to`, `from > to | condition`, `from > to | default`.
 * The beginning of an id says what it is: `start`, `end`, `xor`, `and`, `or`, `event`, `sub`, `call`, `throw`, `catch`,
 * and `catalog`, `draft`, `review`, `sign`, `decide`, `hear` for the parts; anything else is a user task.
 */
export function draw(flows: string, details: Readonly<Record<string, Partial<ModelElement>>> = {}): ProcessModel {
  const lines = flows.split('\n').map((line) => line.trim());
  const drawn = lines.filter((line) => line.includes('>')).map(flowOf);
  const ids = new Set([...drawn.flatMap((flow) => [flow.sourceId, flow.targetId]), ...Object.keys(details)]);
  const elements = [...ids].map((id) => ({ ...elementOf(id), ...details[id] }));
  return { processId: 'case', elements: new Map(elements.map((element) => [element.id, element])), flows: drawn };
}

function flowOf(line: string, at: number): ModelFlow {
  const [way = '', detail] = line.split('|').map((part) => part.trim());
  const [sourceId = '', targetId = ''] = way.split(/\s>\s/);
  const isDefault = detail === 'default';
  return { id: `flow${at}`, sourceId, targetId, isDefault, ...(detail !== undefined && !isDefault && { condition: detail }) };
}

function elementOf(id: string): ModelElement {
  const type = TYPES.find(([start]) => id.startsWith(start))?.[1] ?? 'bpmn:UserTask';
  const part = type === 'bpmn:UserTask' || type === 'bpmn:BusinessRuleTask' ? PARTS.find(([start]) => id.startsWith(start)) : undefined;
  const extensions: Record<string, JsonObject> = part ? { [`legal-review:${part[1]}`]: {} } : {};
  if (part?.[2]) extensions['assignment:Assignment'] = { kind: 'role', value: 'somebody', duty: part[2] };
  return { id, type, parentId: 'case', extensions };
}
