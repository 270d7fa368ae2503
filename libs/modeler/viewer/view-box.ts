import type { ViewedElement, ViewerServices } from './viewer-services';

/** Smallest zoom at which step names can be read. */
const READABLE_ZOOM = 0.9;
const MARGIN = 0.94;

/** Shows one node in the middle, large enough to be read. */
export function followNode({ canvas, registry }: ViewerServices, nodeId: string): void {
  const node = registry.get(nodeId);
  const { outer } = canvas.viewbox();
  if (!node || outer.width === 0) return;
  const zoom = READABLE_ZOOM;
  const width = outer.width / zoom;
  const height = outer.height / zoom;
  const center = centerOf(node);
  canvas.viewbox({ x: center.x - width / 2, y: center.y - height / 2, width, height });
}

/** Shows the whole process, as large as it fits. */
export function fitAll({ canvas }: ViewerServices): void {
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || inner.width === 0) return;
  const zoom = Math.min(1, Math.min(outer.width / inner.width, outer.height / inner.height) * MARGIN);
  const width = outer.width / zoom;
  const height = outer.height / zoom;
  canvas.viewbox({ x: inner.x + inner.width / 2 - width / 2, y: inner.y + inner.height / 2 - height / 2, width, height });
}

function centerOf(node: ViewedElement): { readonly x: number; readonly y: number } {
  return { x: (node.x ?? 0) + (node.width ?? 0) / 2, y: (node.y ?? 0) + (node.height ?? 0) / 2 };
}
