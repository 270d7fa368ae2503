import type BpmnModeler from 'bpmn-js/lib/Modeler';
import { noteConnections } from '@fashen/bpmn';
import { createModeler, type ModelerOptions } from './create-modeler';
import type { Canvas, CommandStack, ElementRegistry, EventBus, Selection } from './diagram';
import { type FindingsLayer, type ShownFinding } from './findings-layer';
import { DrawingLint, type DrawingReport, drawingRules } from './lint/drawing-lint';
import { lintDrawing } from './lint/lint-drawing';
import { boxOf, centerBox, freeBox, openingBox } from './view-box.rules';

/** What can be taken back and done again. */
export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A process being drawn. All a page needs of bpmn-js; closed by its owner. */
export interface ModelEditor {
  /** Shows a file. Rejects when it cannot be read. */
  load(xml: string): Promise<void>;
  /** The drawing as a file, formatted. */
  read(): Promise<string>;
  undo(): void;
  redo(): void;
  /** Larger or smaller, by a factor, around the middle. */
  zoom(factor: number): void;
  /** Shows the whole drawing beside the palette. */
  fit(): void;
  /** Selects an element and brings it to the middle. False when the drawing has no such element. */
  locate(elementId: string): boolean;
  /** What the rules say that need no server. */
  lint(): Promise<DrawingReport>;
  show(findings: readonly ShownFinding[]): void;
  /** Called after every change of the drawing by a person, also by undo. */
  onChange(listener: (state: UndoState) => void): void;
  /** Tells bpmn-js that its box has another size. */
  resized(): void;
  close(): void;
}

/** Width the palette takes from the canvas, in CSS px. */
const PALETTE_WIDTH = 134;

/** Opens bpmn-js in a box. */
export function openEditor(options: ModelerOptions): ModelEditor {
  const modeler = createModeler(options);
  const canvas = modeler.get<Canvas>('canvas');
  const commands = modeler.get<CommandStack>('commandStack');
  const lint = new DrawingLint(drawingRules(options.plugins));
  return {
    load: async (xml) => {
      await modeler.importXML(xml);
      noteConnections(modeler.getDefinitions());
      showStart(canvas);
    },
    read: () => read(modeler),
    undo: () => (commands.canUndo() ? commands.undo() : undefined),
    redo: () => (commands.canRedo() ? commands.redo() : undefined),
    zoom: (factor) => void canvas.zoom(Math.min(4, Math.max(0.2, canvas.viewbox().scale * factor)), 'auto'),
    fit: () => fit(canvas),
    locate: (elementId) => locate(modeler, canvas, elementId),
    lint: () => lintDrawing(modeler.getDefinitions(), lint),
    show: (findings) => modeler.get<FindingsLayer>('fashenFindings').show(findings),
    onChange: (listener) => {
      const tell = (): void => listener({ canUndo: commands.canUndo(), canRedo: commands.canRedo() });
      modeler.get<EventBus>('eventBus').on('commandStack.changed', 500, tell);
    },
    resized: () => canvas.resized(),
    close: () => modeler.destroy(),
  };
}

async function read(modeler: BpmnModeler): Promise<string> {
  const { xml } = await modeler.saveXML({ format: true });
  return xml ?? '';
}

function fit(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || inner.width === 0) return;
  canvas.viewbox(freeBox(inner, outer, PALETTE_WIDTH));
}

/** Opens a drawing as a whole when it can be read that way, else its left end. */
function showStart(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || inner.width === 0) return;
  canvas.viewbox(openingBox(inner, outer, PALETTE_WIDTH));
}

function locate(modeler: BpmnModeler, canvas: Canvas, elementId: string): boolean {
  const element = modeler.get<ElementRegistry>('elementRegistry').get(elementId);
  if (!element) return false;
  modeler.get<Selection>('selection').select(element);
  const box = boxOf(element);
  if (box) canvas.viewbox(centerBox(box, canvas.viewbox()));
  return true;
}
