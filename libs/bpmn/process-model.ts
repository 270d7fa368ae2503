import type { ModelElement, ProcessModel } from '@fashen/plugin-api';
import type { ModelSource, SourceFlow, SourceNode } from './model-source';

/** The view of a model that lint rules get: the process itself, its nodes and its flows. */
export function processModel(source: ModelSource): ProcessModel {
  const { processId, name } = source;
  const defaults = new Set(source.nodes.map(({ defaultFlowId }) => defaultFlowId));
  const elements = new Map<string, ModelElement>([
    [processId, { id: processId, type: 'bpmn:Process', name, extensions: source.extensions }],
  ]);
  for (const node of source.nodes) elements.set(node.id, nodeElement(node, processId));
  for (const flow of source.flows) elements.set(flow.id, flowElement(flow, processId));
  const flows = source.flows.map(({ id, name: label, sourceId, targetId, condition }) => ({
    ...{ id, sourceId, targetId, isDefault: defaults.has(id) },
    ...(label !== undefined && { name: label }),
    ...(condition !== undefined && { condition }),
  }));
  return { processId, name, elements, flows };
}

function nodeElement(node: SourceNode, processId: string): ModelElement {
  const { id, type, name, extensions, attachedToId, calledElement } = node;
  return {
    ...{ id, type, name, extensions, parentId: node.parentId ?? processId },
    ...(attachedToId !== undefined && { attachedToId }),
    ...((attachedToId !== undefined || type === 'bpmn:StartEvent') && { isInterrupting: node.isInterrupting }),
    ...(node.isEventSubProcess && { isEventSubProcess: true }),
    ...(node.loop && { isMultiInstance: true }),
    ...(calledElement !== undefined && { calledElement }),
  };
}

function flowElement({ id, name, parentId }: SourceFlow, processId: string): ModelElement {
  return { id, type: 'bpmn:SequenceFlow', extensions: {}, parentId: parentId ?? processId, ...(name !== undefined && { name }) };
}
