import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { BusinessObject } from '../diagram';

/*
 * The part of diagram-js the viewer uses, typed narrowly.
 */

/** A node or flow on the canvas. */
export interface ViewedElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: BusinessObject;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
  readonly labelTarget?: unknown;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ViewedCanvas {
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  resized(): void;
  viewbox(): Box & { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
  viewbox(box: Box): void;
}

export interface ViewedRegistry {
  get(id: string): ViewedElement | undefined;
  filter(test: (element: ViewedElement) => boolean): ViewedElement[];
}

export interface ViewedOverlays {
  add(element: string, type: string, overlay: { readonly position: Readonly<Record<string, number>>; readonly html: HTMLElement }): string;
  remove(filter: { readonly type: string }): void;
}

export interface ViewedEvents {
  on(event: string, listener: (event: { readonly element?: ViewedElement }) => void): void;
}

/** The services of a viewer by name. */
export interface ViewerServices {
  readonly canvas: ViewedCanvas;
  readonly registry: ViewedRegistry;
  readonly overlays: ViewedOverlays;
  readonly events: ViewedEvents;
}

export function servicesOf(viewer: NavigatedViewer): ViewerServices {
  return {
    canvas: viewer.get<ViewedCanvas>('canvas'),
    registry: viewer.get<ViewedRegistry>('elementRegistry'),
    overlays: viewer.get<ViewedOverlays>('overlays'),
    events: viewer.get<ViewedEvents>('eventBus'),
  };
}
