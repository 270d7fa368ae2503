import type { BpmnFactory, BusinessObject, DiagramElement, ExtensionElement, Modeling } from '../diagram';

/** What editing an extension element needs from the modeler. */
export interface Editing {
  readonly modeling: Modeling;
  readonly bpmnFactory: BpmnFactory;
}

/** The extension element of a type, when the drawing has it. */
export function extensionOf(element: DiagramElement, type: string): ExtensionElement | undefined {
  return element.businessObject.extensionElements?.values?.find((extension) => extension.$type === type);
}

/** Attributes of an extension element as plain text values. */
export function settingsOf(extension: ExtensionElement, properties: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(properties.map((property) => [property, textOf(extension.get(property))]));
}

/** Switches an extension element on. One command, so one undo takes it back. */
export function addExtension(editing: Editing, element: DiagramElement, type: string, defaults: Readonly<Record<string, string>>): void {
  const added = editing.bpmnFactory.create(type, { ...defaults });
  const present = element.businessObject.extensionElements;
  const container = editing.bpmnFactory.create('bpmn:ExtensionElements', { values: [...(present?.values ?? []), added] });
  editing.modeling.updateModdleProperties(element, element.businessObject, { extensionElements: container });
}

/** Switches an extension element off; an empty container goes with it. */
export function removeExtension(editing: Editing, element: DiagramElement, type: string): void {
  const left = (element.businessObject.extensionElements?.values ?? []).filter((extension) => extension.$type !== type);
  const container = left.length > 0 ? editing.bpmnFactory.create('bpmn:ExtensionElements', { values: left }) : undefined;
  editing.modeling.updateModdleProperties(element, element.businessObject, { extensionElements: container });
}

/** Sets one attribute; empty text removes it. */
export function setProperty(
  editing: Editing,
  element: DiagramElement,
  change: { type: string; property: string; value: string; clears?: readonly string[] },
): void {
  const { type, property, value, clears = [] } = change;
  const extension = extensionOf(element, type);
  if (!extension) return;
  const cleared = Object.fromEntries(clears.map((name) => [name, undefined]));
  editing.modeling.updateModdleProperties(element, extension, { ...cleared, [property]: value === '' ? undefined : value });
}

/** FEEL of a flow's condition, without the leading `=` that marks it in the file. */
export function conditionOf(flow: BusinessObject): string {
  return (flow.conditionExpression?.body ?? '').replace(/^=\s*/, '');
}

/** Sets the condition of a flow; empty text removes it. */
export function setCondition(editing: Editing, element: DiagramElement, feel: string): void {
  const text = feel.trim();
  const conditionExpression = text === '' ? undefined : editing.bpmnFactory.create('bpmn:FormalExpression', { body: `= ${text}` });
  editing.modeling.updateProperties(element, { conditionExpression });
}

const textOf = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(value));
