import type { LintRule, Messages } from '@fashen/plugin-api';
import type { DiagramModule } from './diagram';

/** A choice a person makes in the panel. */
export interface PanelChoice {
  readonly value: string;
  readonly label: string;
}

/**
 * Lists that the page reads from the server and hands to the modeler; `userTasks` are the steps of the drawing itself, `principals` roles and
 * people together, written `role:…` and `person:…`.
 */
export type ChoiceSource =
  'forms' | 'roles' | 'decisions' | 'userTasks' | 'units' | 'people' | 'posts' | 'periods' | 'processes' | 'principals';

/** One setting of an extension element, as the panel shows it. Label and help are keys `<field>` and `<field>.help` of `modeler` texts. */
export interface PanelField {
  /** Attribute of the extension element. */
  readonly property: string;
  readonly kind: 'text' | 'choice';
  /** Values of a choice; each value's label is the text `<property>.<value>`. */
  readonly values?: readonly string[];
  /** Or choices that the page supplies. */
  readonly source?: ChoiceSource;
  /** True when several choices may stand together; they are written with spaces between them. */
  readonly isMany?: boolean;
  /** Attributes that mean something else after this one was changed, and are emptied with it. */
  readonly clears?: readonly string[];
  /** True when the setting must not stay empty. */
  readonly isRequired?: boolean;
  /** Shows the field only for some settings of the same element. */
  readonly isShown?: (settings: Readonly<Record<string, string | undefined>>) => boolean;
}

/**
 * A group of the properties panel. It switches one extension element on and off and edits its attributes. Plugins describe it as data;
 * `libs/modeler` draws it, writes through the command stack, and so gives undo, copy and paste for nothing.
 */
export interface PanelGroup {
  /** Key of the group's title in the `modeler` texts. */
  readonly id: string;
  /** Extension element, such as `assignment:Assignment`. */
  readonly extension: string;
  /** BPMN types the group is shown for. */
  readonly appliesTo: readonly string[];
  /** Attributes the element gets when it is switched on. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly fields: readonly PanelField[];
}

/** What a plugin adds to the modeler: its BPMN extension, its groups of the panel, its rules for drawings and its texts. Joined with its server part by the id. */
export interface ModelerPlugin {
  readonly id: string;
  /** Moddle descriptor, the same file the server reads. */
  readonly moddle?: object;
  readonly panel?: readonly PanelGroup[];
  /** Checks of drawings by rule name (without the plugin prefix): the table of the server part, asked after each change. */
  readonly lint?: Readonly<Record<string, LintRule>>;
  /** Further diagram-js modules. */
  readonly modules?: readonly DiagramModule[];
  readonly messages: Messages;
}

/** Declares a modeler plugin. Only gives the literal its type. */
export function defineModelerPlugin(plugin: ModelerPlugin): ModelerPlugin {
  return plugin;
}
