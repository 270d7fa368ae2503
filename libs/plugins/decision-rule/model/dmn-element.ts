import type { DmnElement } from 'dmn-moddle';

/*
 * Narrow readers over what dmn-moddle answers, so that the rest of the code deals in typed values only.
 */

/** Attribute or text property; undefined when absent or empty. */
export function textOf(element: DmnElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Single child. */
export function childOf(element: DmnElement | undefined, property: string): DmnElement | undefined {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
}

/** Repeated children. */
export function childrenOf(element: DmnElement | undefined, property: string): readonly DmnElement[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** Local type name: `dmn:DecisionTable` is `DecisionTable`. */
export function typeOf(element: DmnElement): string {
  return element.$type.replace(/^.*:/, '');
}

function isElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
