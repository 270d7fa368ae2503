/*
 * The part of diagram-js and bpmn-js this library uses, typed narrowly: the packages ship types for few of these services.
 */

import type { Box, Size } from './view-box.rules';

/** A module of diagram-js: services by name, each with how it is made. */
export type DiagramModule = Record<string, unknown>;

/** A BPMN element as moddle holds it. */
export interface BusinessObject {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly extensionElements?: ExtensionElements;
  readonly conditionExpression?: { readonly body?: string };
  readonly sourceRef?: BusinessObject;
  readonly default?: BusinessObject;
  readonly $instanceOf: (type: string) => boolean;
  get(name: string): unknown;
}

/** `bpmn:extensionElements`. */
export interface ExtensionElements {
  readonly values?: readonly ExtensionElement[];
}

/** One extension element of a plugin. */
export interface ExtensionElement {
  readonly $type: string;
  get(name: string): unknown;
}

/** A shape or connection on the canvas. */
export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: BusinessObject;
  readonly labelTarget?: DiagramElement;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
}

export interface Modeling {
  updateModdleProperties(element: DiagramElement, moddle: object, properties: Record<string, unknown>): void;
  updateProperties(element: DiagramElement, properties: Record<string, unknown>): void;
}

export interface BpmnFactory {
  create(type: string, properties?: Record<string, unknown>): ExtensionElement;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  filter(test: (element: DiagramElement) => boolean): DiagramElement[];
}

export interface Overlays {
  add(elementId: string, type: string, overlay: { position: Record<string, number>; html: HTMLElement }): string;
  remove(filter: { type: string }): void;
}

export interface Canvas {
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
  scrollToElement(elementId: string, padding?: number): void;
  zoom(level: 'fit-viewport' | number, center?: 'auto'): number;
  viewbox(): Box & { readonly scale: number; readonly inner: Box; readonly outer: Size };
  viewbox(box: Box): void;
  resized(): void;
}

export interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

export interface EventBus {
  on(event: string | string[], priority: number, listener: (event: unknown) => void): void;
}

export interface Selection {
  select(element: DiagramElement): void;
}
