import { isCheckboxEntryEdited, isSelectEntryEdited, isTextFieldEntryEdited } from '@bpmn-io/properties-panel';
import type { DiagramElement } from '../diagram';
import type { ModelerPlugin, PanelField, PanelGroup } from '../modeler-plugin';
import { ConditionEntry, FieldEntry, SwitchEntry } from './entries';
import { extensionOf, settingsOf } from './extension-element';
import type { Translate } from '../translate/translator';
import type { PanelText } from './panel-texts';

/** An entry or group as the properties panel takes it. */
interface PanelEntry {
  readonly id: string;
  readonly [property: string]: unknown;
}

interface PropertiesPanel {
  registerProvider(priority: number, provider: PluginPanelProvider): void;
}

/** Configuration under `fashenPanel` of the modeler. */
export interface PluginPanelConfig {
  readonly plugins: readonly ModelerPlugin[];
  readonly text: PanelText;
}

/** Draws the groups that plugins describe, behind the group of name and id. */
export class PluginPanelProvider {
  static readonly $inject = ['propertiesPanel', 'config.fashenPanel', 'translate'];

  constructor(
    propertiesPanel: PropertiesPanel,
    private readonly config: PluginPanelConfig,
    private readonly translate: Translate,
  ) {
    propertiesPanel.registerProvider(400, this);
  }

  getGroups(element: DiagramElement): (groups: PanelEntry[]) => PanelEntry[] {
    return (groups) => {
      const general = groups.filter((group) => KEPT_GROUPS.has(group.id));
      const ours = this.config.plugins.flatMap((plugin) =>
        (plugin.panel ?? [])
          .filter((group) => group.appliesTo.includes(element.type))
          .map((group) => this.groupOf(plugin.id, group, element)),
      );
      const condition = element.type === 'bpmn:SequenceFlow' ? [this.conditionGroup(element)] : [];
      return [...general.slice(0, 1), ...ours, ...condition, ...general.slice(1)];
    };
  }

  private groupOf(pluginId: string, group: PanelGroup, element: DiagramElement): PanelEntry {
    const extension = extensionOf(element, group.extension);
    const properties = group.fields.map((field) => field.property);
    const settings = extension ? settingsOf(extension, properties) : {};
    const fields = extension ? group.fields.filter((field) => field.isShown?.(settings) ?? true) : [];
    const common = { element, group, pluginId, text: this.config.text };
    return {
      id: `${pluginId}-${group.id}`,
      element,
      label: this.config.text(pluginId, group.id),
      shouldOpen: extension !== undefined,
      entries: [
        { ...common, id: `${pluginId}-${group.id}-on`, component: SwitchEntry, isEdited: isCheckboxEntryEdited },
        ...fields.map((field) => ({
          ...common,
          id: `${pluginId}-${group.id}-${field.property}-${field.source ?? field.kind}`,
          field,
          component: FieldEntry,
          isEdited: editedTest(field),
        })),
      ],
    };
  }

  private conditionGroup(element: DiagramElement): PanelEntry {
    const entry = { id: 'fashen-condition-feel', element, component: ConditionEntry, isEdited: isTextFieldEntryEdited };
    return { id: 'fashen-condition', element, shouldOpen: true, label: this.translate('Condition'), entries: [entry] };
  }
}

/** Groups of bpmn-js-properties-panel that stay; the rest speaks of things legal staff do not set. */
const KEPT_GROUPS = new Set(['general', 'timer', 'message', 'multiInstance', 'error', 'link', 'documentation']);

const editedTest = (field: PanelField): unknown => (field.kind === 'choice' ? isSelectEntryEdited : isTextFieldEntryEdited);
