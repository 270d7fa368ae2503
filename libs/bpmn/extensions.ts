import type { ModdleElement } from './moddle-element';
import type { Json, JsonObject } from '@fashen/plugin-api';

/** Extension elements of known types as plain properties, by moddle type. Elements nobody declared are left out. */
export function extensionsOf(element: ModdleElement): Readonly<Record<string, JsonObject>> {
  const values = elementsIn(childOf(element, 'extensionElements')?.['values']).filter(({ $descriptor }) => !$descriptor.isGeneric);
  return Object.fromEntries(values.map((value) => [value.$type, propertiesOf(value)]));
}

/** A child element by property name. */
export function childOf(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element[name];
  return isElement(value) ? value : undefined;
}

/** The elements of a list property. */
export function elementsIn(value: unknown): readonly ModdleElement[] {
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** A text property; absent when it is not there or empty. */
export function textOf(element: ModdleElement | undefined, name: string): string | undefined {
  const value = element?.[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const isElement = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && '$type' in value;

function propertiesOf(element: ModdleElement): JsonObject {
  const names = element.$descriptor.properties.map(({ name }) => name.replace(/^.*:/, ''));
  const entries = names.map((name): [string, Json | undefined] => [name, plain(element[name])]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function plain(value: unknown): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null);
  if (isElement(value)) return propertiesOf(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
