import { childOf, elementsIn } from './extensions';
import type { ModdleElement } from './moddle-element';

/** Completes `incoming` and `outgoing` of a tree, which a file may leave out because the flows say the same. Writes into the tree. */
export function noteConnections(scope: ModdleElement): void {
  const elements = [...elementsIn(scope['rootElements']), ...elementsIn(scope['flowElements'])];
  for (const element of elements) {
    noteConnections(element);
    if (!element.$instanceOf('bpmn:SequenceFlow')) continue;
    connect(childOf(element, 'sourceRef'), 'outgoing', element);
    connect(childOf(element, 'targetRef'), 'incoming', element);
  }
}

function connect(node: ModdleElement | undefined, direction: 'incoming' | 'outgoing', flow: ModdleElement): void {
  if (!node) return;
  const known = elementsIn(node[direction]);
  if (!known.includes(flow)) Object.assign(node, { [direction]: [...known, flow] });
}
