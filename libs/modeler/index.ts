/** The modeler: bpmn-js with panels, checks and texts that plugins describe as data. */
export { openEditor } from './model-editor';
export type { ModelEditor, UndoState } from './model-editor';
export { drawingModdles } from './drawing-moddles';
export type { ModelerOptions } from './create-modeler';
export { FindingsLayer } from './findings-layer';
export type { ShownFinding } from './findings-layer';
export { drawingRules } from './lint/drawing-lint';
export type { DrawingReport } from './lint/drawing-lint';
export { modelOf } from './lint/lint-drawing';
export { defineModelerPlugin } from './modeler-plugin';
export type { ChoiceSource, ModelerPlugin, PanelChoice, PanelField, PanelGroup } from './modeler-plugin';
export type { SuppliedChoices } from './panel-kit/choices';
export { translator } from './translate/translator';
