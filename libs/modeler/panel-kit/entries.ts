import { CheckboxEntry, SelectEntry, TextAreaEntry, TextFieldEntry } from '@bpmn-io/properties-panel';
import { useService } from 'bpmn-js-properties-panel';
import type { BpmnFactory, DiagramElement, Modeling } from '../diagram';
import type { PanelChoice, PanelField, PanelGroup } from '../modeler-plugin';
import type { ModelerChoices } from './choices';
import { addExtension, conditionOf, type Editing, extensionOf, removeExtension, setCondition, setProperty } from './extension-element';
import { chosenNames, shownChoices, toggled } from './many-choices.rules';
import type { Translate } from '../translate/translator';
import type { PanelText } from './panel-texts';

/*
 * Components of the properties panel. They are Preact components, but hold no markup of their own: each calls one entry of the kit.
 */

interface EntryProps {
  readonly id: string;
  readonly element: DiagramElement;
  readonly group: PanelGroup;
  readonly pluginId: string;
  readonly text: PanelText;
}

type FieldProps = EntryProps & { readonly field: PanelField };

/** Switches the extension element of a group on and off. */
export function SwitchEntry({ id, element, group, pluginId, text }: EntryProps): unknown {
  const editing = useEditing();
  return CheckboxEntry({
    element,
    id,
    label: text(pluginId, `${group.id}.on`),
    getValue: () => extensionOf(element, group.extension) !== undefined,
    setValue: (isOn: boolean) => {
      if (isOn) addExtension(editing, element, group.extension, group.defaults ?? {});
      else removeExtension(editing, element, group.extension);
    },
  });
}

/** Edits one attribute of the extension element. */
export function FieldEntry(props: FieldProps): unknown {
  const { id, element, group, field, pluginId, text } = props;
  const editing = useEditing();
  const choices = useService('fashenChoices') as ModelerChoices;
  const debounce = useService('debounceInput') as unknown;
  const translate = useService('translate') as Translate;
  const common = {
    element,
    id,
    label: text(pluginId, field.property),
    description: descriptionOf(props, choices, translate),
    getValue: () => String(extensionOf(element, group.extension)?.get(field.property) ?? ''),
    setValue: (value: string | undefined) => {
      const current = String(extensionOf(element, group.extension)?.get(field.property) ?? '');
      const next = field.isMany ? toggled(current, value ?? '') : (value ?? '');
      const clears = next === current ? undefined : field.clears;
      setProperty(editing, element, { type: group.extension, property: field.property, value: next, ...(clears && { clears }) });
    },
    validate: (value: string | undefined) => (field.isRequired && !value?.trim() ? text(pluginId, 'required') : undefined),
  };
  if (field.kind === 'text') return TextFieldEntry({ ...common, debounce });
  return SelectEntry({ ...common, getOptions: () => optionsOf(props, choices) });
}

/** Edits the FEEL condition of a sequence flow. */
export function ConditionEntry({ id, element }: { id: string; element: DiagramElement }): unknown {
  const editing = useEditing();
  const translate = useService('translate') as Translate;
  const debounce = useService('debounceInput') as unknown;
  return TextAreaEntry({
    element,
    id,
    label: translate('Condition (FEEL)'),
    description: translate('For example: review.passed = true. The default flow needs no condition.'),
    monospace: true,
    debounce,
    getValue: () => conditionOf(element.businessObject),
    setValue: (value: string | undefined) => setCondition(editing, element, value ?? ''),
  });
}

function optionsOf(props: FieldProps, choices: ModelerChoices): readonly PanelChoice[] {
  return shownChoices(offeredTo(props, choices), currentOf(props), props.field.isMany === true);
}

/** The help of a field, and where several are chosen all their names. */
function descriptionOf(props: FieldProps, choices: ModelerChoices, translate: Translate): string | undefined {
  const { field, pluginId, text } = props;
  const help = helpOf(text, pluginId, field.property);
  const names = field.isMany ? chosenNames(offeredTo(props, choices), currentOf(props)) : [];
  if (names.length === 0) return help;
  const chosen = translate('Chosen: {names}. Choose one again to take it away.', { names: names.join(', ') });
  return help === undefined ? chosen : `${chosen} ${help}`;
}

const currentOf = ({ element, group, field }: FieldProps): string =>
  String(extensionOf(element, group.extension)?.get(field.property) ?? '');

function offeredTo({ field, pluginId, text }: FieldProps, choices: ModelerChoices): readonly PanelChoice[] {
  const fixed = (field.values ?? []).map((value) => ({ value, label: text(pluginId, `${field.property}.${value}`) }));
  return [...fixed, ...(field.source ? choices.list(field.source) : [])];
}

function helpOf(text: PanelText, pluginId: string, property: string): string | undefined {
  const key = `${property}.help`;
  const help = text(pluginId, key);
  return help === key ? undefined : help;
}

function useEditing(): Editing {
  return { modeling: useService('modeling') as Modeling, bpmnFactory: useService('bpmnFactory') as BpmnFactory };
}
