// The sheet of diagram-js is that of bpmn-js: two versions of it on one page would change each other's canvas.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import './decision-editor.css';
import DmnModeler from 'dmn-js/lib/Modeler';
import type { Locale } from '@fashen/plugin-api';
import { decisionTranslator } from './decision-translator';

/** Where the editor is drawn. */
export interface DecisionEditorOptions {
  readonly container: HTMLElement;
  readonly locale: Locale;
}

/** One decision of a file. */
export interface DecisionPart {
  readonly id: string;
  readonly name: string;
}

/** A DMN file being edited. All a page needs of dmn-js; closed by its owner. */
export interface DecisionEditor {
  /** Shows a file, with the decision of this id open. Rejects when it cannot be read. */
  load(xml: string, openId: string): Promise<void>;
  /** The file as it stands, formatted. */
  read(): Promise<string>;
  /** The decisions of the file. */
  parts(): readonly DecisionPart[];
  open(partId: string): Promise<void>;
  /** Brings a row (from 1) of a decision, or the decision alone, into sight. False when there is no such place. */
  locate(place: { readonly elementId?: string; readonly row?: number }): Promise<boolean>;
  undo(): void;
  redo(): void;
  /** Called after every change by a person. */
  onChange(listener: () => void): void;
  close(): void;
}

interface Commands {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

/** Opens dmn-js in a box. */
export function openDecisionEditor({ container, locale }: DecisionEditorOptions): DecisionEditor {
  const translation = { additionalModules: [{ translate: ['value', decisionTranslator(locale)] }] };
  const modeler = new DmnModeler({
    container,
    drd: translation,
    decisionTable: translation,
    literalExpression: translation,
    boxedExpression: translation,
  });
  const commands = (): Commands | undefined => modeler.getActiveViewer()?.get('commandStack') as Commands | undefined;
  return {
    load: async (xml, openId) => {
      await modeler.importXML(xml);
      await openPart(modeler, openId);
    },
    read: async () => (await modeler.saveXML({ format: true })).xml,
    parts: () => partsOf(modeler).map(({ element, name }) => ({ id: element.id, name: name ?? element.id })),
    open: (partId) => openPart(modeler, partId).then(() => undefined),
    locate: (place) => locate(modeler, container, place),
    undo: () => (commands()?.canUndo() ? commands()?.undo() : undefined),
    redo: () => (commands()?.canRedo() ? commands()?.redo() : undefined),
    onChange: (listener) => modeler.on('viewer.created', ({ viewer }) => viewer.on('commandStack.changed', listener)),
    close: () => modeler.destroy(),
  };
}

type View = ReturnType<DmnModeler['getViews']>[number];

/** Views of decisions; the diagram of requirements is not offered. */
function partsOf(modeler: DmnModeler): readonly View[] {
  return modeler.getViews().filter((view) => view.type !== 'drd');
}

async function openPart(modeler: DmnModeler, id: string): Promise<boolean> {
  const parts = partsOf(modeler);
  const view = parts.find((part) => part.element.id === id) ?? parts[0];
  if (!view) return false;
  if (modeler.getActiveView()?.id !== view.id) await modeler.open(view);
  return true;
}

async function locate(modeler: DmnModeler, container: HTMLElement, place: { elementId?: string; row?: number }): Promise<boolean> {
  const view = partsOf(modeler).find((part) => holds(part, place.elementId)) ?? modeler.getActiveView();
  if (!view) return false;
  if (modeler.getActiveView()?.id !== view.id) await modeler.open(view);
  const rules = rulesOf(view);
  const rule = rules.find(({ id }) => id === place.elementId) ?? rules[(place.row ?? 0) - 1];
  return rule ? showRow(container, rule.id) : place.row === undefined;
}

const rulesOf = ({ element }: View): readonly { readonly id: string }[] => element.decisionLogic?.rule ?? [];

/** True when an id is that of a decision or belongs to something inside it. */
function holds(view: View, id: string | undefined): boolean {
  const { element } = view;
  return element.id === id || element.decisionLogic?.id === id || rulesOf(view).some((rule) => rule.id === id);
}

function showRow(container: HTMLElement, ruleId: string): boolean {
  for (const marked of container.querySelectorAll('.fashen-row-found')) marked.classList.remove('fashen-row-found');
  const cells = container.querySelectorAll(`[data-row-id="${CSS.escape(ruleId)}"]`);
  const line = cells[0]?.closest('tr');
  if (!line) return false;
  line.classList.add('fashen-row-found');
  line.scrollIntoView({ block: 'center' });
  return true;
}
