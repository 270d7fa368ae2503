import type { Locale } from './request-context';
import type { JsonObject } from './workflow-event';

/** One element of a process model, the same on the server and in the modeler. */
export interface ModelElement {
  readonly id: string;
  /** `bpmn:UserTask`, `bpmn:SequenceFlow`, ... */
  readonly type: string;
  readonly name?: string;
  /** Id of the enclosing process or sub-process. */
  readonly parentId?: string;
  /** Extension elements by moddle type; attributes as plain properties. */
  readonly extensions: Readonly<Record<string, JsonObject>>;
  /** Boundary events: the activity they are attached to. */
  readonly attachedToId?: string;
  readonly isInterrupting?: boolean;
  readonly isEventSubProcess?: boolean;
  /** Runs once per item of a list, which may be empty. */
  readonly isMultiInstance?: boolean;
  /** Call activities: key of the called process. */
  readonly calledElement?: string;
}

/** A sequence flow of a model. */
export interface ModelFlow {
  readonly id: string;
  readonly name?: string;
  readonly sourceId: string;
  readonly targetId: string;
  /** FEEL text of the condition, absent on unconditional flows. */
  readonly condition?: string;
  readonly isDefault: boolean;
}

/** What lint rules look at: elements and flows of one file, plain data without engine or editor objects. */
export interface ProcessModel {
  readonly processId: string;
  readonly name?: string;
  readonly elements: ReadonlyMap<string, ModelElement>;
  readonly flows: readonly ModelFlow[];
}

/** A finding. `rule` is `<plugin>.<rule>` and the key of sentence and remedy in `i18n` part `lint`. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly elementId?: string;
  readonly params?: JsonObject;
}

/** Checks a drawing. Pure; runs in the modeler while drawing and on the server at deployment. */
export type LintRule = (model: ProcessModel) => readonly Omit<LintFinding, 'rule'>[];

/** Texts of one language: `errors`, `ui`, `modeler`, `lint`, each key to text with `{gaps}`. */
export interface PluginMessages {
  readonly errors: Readonly<Record<string, string>>;
  readonly ui: Readonly<Record<string, string>>;
  readonly modeler: Readonly<Record<string, string>>;
  /** Per rule two keys: `<rule>` the sentence, `<rule>.remedy` what to do. */
  readonly lint: Readonly<Record<string, string>>;
}

/** Texts of a plugin in every language. */
export type Messages = Readonly<Record<Locale, PluginMessages>>;
