// Packages of bpmn-io without types. Only what this library uses.

declare module '@bpmn-io/properties-panel' {
  type Entry = (props: Record<string, unknown>) => unknown;
  export const CheckboxEntry: Entry;
  export const SelectEntry: Entry;
  export const TextAreaEntry: Entry;
  export const TextFieldEntry: Entry;
  export const isCheckboxEntryEdited: unknown;
  export const isSelectEntryEdited: unknown;
  export const isTextFieldEntryEdited: unknown;
}
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: Record<string, unknown>;
  export const BpmnPropertiesProviderModule: Record<string, unknown>;
  export function useService(name: string): unknown;
}
declare module 'bpmn-js-i18n/translations/zn.js' {
  const translations: Readonly<Record<string, string>>;
  export default translations;
}
