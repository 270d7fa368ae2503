import type { NodeMark } from './diagram-marks.rules';
import type { ViewedElement, ViewerServices } from './viewer-services';

const BADGE = 'fs-badge';
const nodeMarkers = ['done', 'now', 'late', 'back', 'open'].map((state) => `fs-node-${state}`);
const flowMarkers = ['fs-flow-done', 'fs-flow-return', 'fs-flow-open'];

/** Words of a badge, by the caller's language. */
export type BadgeText = (mark: NodeMark) => string | undefined;

/** What is painted. */
export interface PaintedRun {
  readonly marks: ReadonlyMap<string, NodeMark>;
  readonly flows: Readonly<Record<string, number>>;
  readonly badgeText: BadgeText;
  readonly selectedNodeId?: string;
}

const isFlow = (element: ViewedElement): boolean => element.type === 'bpmn:SequenceFlow';
const isNode = (element: ViewedElement): boolean => !element.labelTarget && element.businessObject.$instanceOf?.('bpmn:FlowNode') === true;

/** Paints a run on the diagram. Called again it replaces what it painted before. */
export function paintRun(services: ViewerServices, run: PaintedRun): void {
  services.overlays.remove({ type: BADGE });
  services.registry.filter(isNode).forEach((node) => paintNode(services, node, run));
  services.registry.filter((element) => isFlow(element) && !element.labelTarget).forEach((flow) => paintFlow(services, flow, run));
}

function paintNode({ canvas, overlays }: ViewerServices, node: ViewedElement, run: PaintedRun): void {
  const mark = run.marks.get(node.id);
  [...nodeMarkers, 'fs-node-selected'].forEach((marker) => canvas.removeMarker(node.id, marker));
  canvas.addMarker(node.id, `fs-node-${mark?.state ?? 'open'}`);
  if (node.id === run.selectedNodeId) canvas.addMarker(node.id, 'fs-node-selected');
  const words = mark && run.badgeText(mark);
  const isActivity = node.businessObject.$instanceOf('bpmn:Activity');
  if (!words || !mark || !isActivity) return;
  overlays.add(node.id, BADGE, { position: { top: -24, left: 0 }, html: badge(mark, words) });
}

function badge(mark: NodeMark, words: string): HTMLElement {
  const element = document.createElement('div');
  element.className = `fs-badge fs-badge-${mark.state}`;
  element.textContent = words;
  return element;
}

function paintFlow({ canvas }: ViewerServices, flow: ViewedElement, run: PaintedRun): void {
  flowMarkers.forEach((marker) => canvas.removeMarker(flow.id, marker));
  const taken = run.flows[flow.id] ?? 0;
  if (taken === 0) return canvas.addMarker(flow.id, 'fs-flow-open');
  canvas.addMarker(flow.id, leadsBack(flow) ? 'fs-flow-return' : 'fs-flow-done');
}

/** Flows drawn against the reading direction are the ways back. */
function leadsBack({ waypoints = [] }: ViewedElement): boolean {
  const first = waypoints[0];
  const last = waypoints[waypoints.length - 1];
  return first !== undefined && last !== undefined && last.x < first.x - 20;
}
