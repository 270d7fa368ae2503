/** A rectangle of the drawing, in its own units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Size of the canvas on the screen, in CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room around a drawing that is shown as a whole, in CSS px. */
const MARGIN = 24;

/** The part to show so that the whole drawing stands beside what covers the left edge. Never enlarged. */
export function freeBox(drawing: Box, canvas: Size, coveredLeft: number): Box {
  const free = { width: Math.max(1, canvas.width - coveredLeft - 2 * MARGIN), height: Math.max(1, canvas.height - 2 * MARGIN) };
  const zoom = Math.min(1, free.width / drawing.width, free.height / drawing.height);
  const width = canvas.width / zoom;
  const height = canvas.height / zoom;
  const left = (coveredLeft + MARGIN + (free.width - drawing.width * zoom) / 2) / zoom;
  return { x: drawing.x - left, y: drawing.y + drawing.height / 2 - height / 2, width, height };
}

/** Below this zoom the names of steps cannot be read. */
const READABLE_ZOOM = 0.65;

/** The part to show when a drawing opens: all of it when it can be read that way, else its left end. */
export function openingBox(drawing: Box, canvas: Size, coveredLeft: number): Box {
  const whole = freeBox(drawing, canvas, coveredLeft);
  if (canvas.width / whole.width >= READABLE_ZOOM) return whole;
  const height = canvas.height / READABLE_ZOOM;
  const left = drawing.x - (coveredLeft + MARGIN) / READABLE_ZOOM;
  return { x: left, y: drawing.y + drawing.height / 2 - height / 2, width: canvas.width / READABLE_ZOOM, height };
}

/** The part to show so that a box stands in the middle, at the present zoom but large enough to be read. */
export function centerBox(box: Box, view: { readonly scale: number; readonly outer: Size }): Box {
  const zoom = Math.max(0.9, view.scale);
  const width = view.outer.width / zoom;
  const height = view.outer.height / zoom;
  return { x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height };
}

/** Where an element stands; a connection by its corners. */
export function boxOf(
  element: Partial<Box> & { readonly waypoints?: readonly { readonly x: number; readonly y: number }[] },
): Box | undefined {
  const { x, y, width, height, waypoints } = element;
  if (x !== undefined && y !== undefined && width !== undefined && height !== undefined) return { x, y, width, height };
  if (!waypoints || waypoints.length === 0) return undefined;
  const xs = waypoints.map((point) => point.x);
  const ys = waypoints.map((point) => point.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
