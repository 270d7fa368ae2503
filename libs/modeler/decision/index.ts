/** Edits decisions: dmn-js without its diagram, in the languages of the product. */
export { openDecisionEditor } from './decision-editor';
export type { DecisionEditor, DecisionEditorOptions, DecisionPart } from './decision-editor';
