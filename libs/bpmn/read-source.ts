import type { ModdleElement } from './moddle-element';
import { childOf, elementsIn, extensionsOf, textOf } from './extensions';
import type { ModelSource, SourceEvent, SourceFlow, SourceLoop, SourceNode } from './model-source';

/** Turns one process of a BPMN tree into plain data. */
export function readSource(process: ModdleElement): ModelSource {
  const nodes: SourceNode[] = [];
  const flows: SourceFlow[] = [];
  const open: { readonly element: ModdleElement; readonly parentId?: string }[] = [{ element: process }];
  for (let scope = open.shift(); scope; scope = open.shift()) {
    const { parentId } = scope;
    for (const element of elementsIn(scope.element['flowElements'])) {
      if (element.$instanceOf('bpmn:SequenceFlow')) flows.push(readFlow(element, parentId));
      if (!element.$instanceOf('bpmn:FlowNode')) continue;
      nodes.push(readNode(element, parentId));
      if (element.$instanceOf('bpmn:SubProcess')) open.push({ element, parentId: idOf(element) });
    }
  }
  return { processId: idOf(process), name: textOf(process, 'name') ?? idOf(process), nodes, flows, extensions: extensionsOf(process) };
}

const idOf = (element: ModdleElement | undefined): string => element?.id ?? '';

function readFlow(element: ModdleElement, parentId: string | undefined): SourceFlow {
  const condition = childOf(element, 'conditionExpression');
  return {
    id: idOf(element),
    name: textOf(element, 'name'),
    sourceId: idOf(childOf(element, 'sourceRef')),
    targetId: idOf(childOf(element, 'targetRef')),
    parentId,
    condition: condition && (textOf(condition, 'body') ?? ''),
    conditionLanguage: textOf(condition, 'language'),
  };
}

function readNode(element: ModdleElement, parentId: string | undefined): SourceNode {
  return {
    id: idOf(element),
    type: element.$type,
    name: textOf(element, 'name') ?? '',
    parentId,
    defaultFlowId: childOf(element, 'default')?.id,
    attachedToId: childOf(element, 'attachedToRef')?.id,
    isInterrupting: element['cancelActivity'] !== false && element['isInterrupting'] !== false,
    isEventSubProcess: element['triggeredByEvent'] === true,
    isForCompensation: element['isForCompensation'] === true,
    events: elementsIn(element['eventDefinitions']).map(readEvent),
    loop: readLoop(childOf(element, 'loopCharacteristics')),
    messageName: textOf(childOf(element, 'messageRef'), 'name'),
    calledElement: textOf(element, 'calledElement'),
    code: readCode(element),
    extensions: extensionsOf(element),
  };
}

/** Scripts and implementation names. Values beginning with `##` are fixed words of BPMN and mean nothing here. */
function readCode(element: ModdleElement): string | undefined {
  const implementation = textOf(element, 'implementation');
  return textOf(element, 'script') ?? (implementation?.startsWith('##') ? undefined : implementation);
}

const TIMER_TYPES = { timeDuration: 'duration', timeDate: 'date', timeCycle: 'cycle' } as const;

function readEvent(event: ModdleElement): SourceEvent {
  const kind = event.$type.replace(/^bpmn:(\w)(\w*)EventDefinition$/, (_all, first: string, rest: string) => first.toLowerCase() + rest);
  const error = childOf(event, 'errorRef');
  const timer = (['timeDuration', 'timeDate', 'timeCycle'] as const).find((name) => childOf(event, name));
  return {
    kind,
    timerType: timer && TIMER_TYPES[timer],
    timerText: timer && textOf(childOf(event, timer), 'body'),
    messageName: textOf(childOf(event, 'messageRef'), 'name'),
    errorCode: error && (textOf(error, 'errorCode') ?? textOf(error, 'name') ?? error.id),
    linkName: kind === 'link' ? textOf(event, 'name') : undefined,
  };
}

function readLoop(loop: ModdleElement | undefined): SourceLoop | undefined {
  if (!loop) return undefined;
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return { kind: 'standard', isSequential: true };
  return {
    kind: 'multiInstance',
    isSequential: loop['isSequential'] === true,
    collection: textOf(loop, 'collection'),
    itemVariable: textOf(loop, 'itemVariable') ?? textOf(childOf(loop, 'inputDataItem'), 'name'),
    cardinality: textOf(childOf(loop, 'loopCardinality'), 'body'),
    completionCondition: textOf(childOf(loop, 'completionCondition'), 'body'),
  };
}
