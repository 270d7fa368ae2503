import type { Decision, DecisionModel, DecisionTable } from './decision-model';
import { rootOf } from './decision-model';

/** A column as a page paints it. */
export interface ViewColumn {
  readonly id: string;
  readonly kind: 'input' | 'output' | 'annotation';
  readonly label: string;
  /** FEEL of an input column, name of an output column. */
  readonly expression?: string;
  readonly typeRef?: string;
}

/** A row as a page paints it: one text per column, in the order of the columns. */
export interface ViewRow {
  readonly index: number;
  readonly ruleId: string;
  readonly cells: readonly string[];
}

/** A decision as a page paints it without loading an editor. */
export interface DecisionTableView {
  readonly decisionId: string;
  readonly name: string;
  /** Hit policy with aggregation, or `LITERAL` or `CONTEXT`. */
  readonly hitPolicy: string;
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly ViewRow[];
}

/** The root of a model, ready to paint. */
export function rootView(model: DecisionModel): DecisionTableView {
  return viewOf(rootOf(model));
}

/** Every decision of a model, requirements first. */
export function viewsOf(model: DecisionModel): readonly DecisionTableView[] {
  return model.decisions.map(viewOf);
}

function viewOf(decision: Decision): DecisionTableView {
  const { logic, id, name } = decision;
  if (logic.kind === 'table') return { decisionId: id, name, ...tableView(logic) };
  const entries = logic.kind === 'literal' ? [{ name: decision.variable, text: logic.text }] : logic.entries;
  return {
    decisionId: id,
    name,
    hitPolicy: logic.kind.toUpperCase(),
    columns: [
      { id: 'name', kind: 'input', label: '' },
      { id: 'text', kind: 'output', label: '' },
    ],
    rows: entries.map((entry, at) => ({ index: at + 1, ruleId: entry.name, cells: [entry.name, entry.text] })),
  };
}

function tableView(table: DecisionTable): Pick<DecisionTableView, 'hitPolicy' | 'columns' | 'rows'> {
  const hasAnnotation = table.annotationLabel !== undefined || table.rows.some((row) => row.annotation);
  const columns: ViewColumn[] = [
    ...table.inputs.map(({ id, label, expression, typeRef }) => ({
      id,
      kind: 'input' as const,
      label,
      expression,
      ...(typeRef && { typeRef }),
    })),
    ...table.outputs.map(({ id, label, name, typeRef }) => ({
      id,
      kind: 'output' as const,
      label,
      expression: name,
      ...(typeRef && { typeRef }),
    })),
    ...(hasAnnotation ? [{ id: 'annotation', kind: 'annotation' as const, label: table.annotationLabel ?? '' }] : []),
  ];
  const rows = table.rows.map((row) => ({
    index: row.index,
    ruleId: row.id,
    cells: [...row.tests, ...row.outputs, ...(hasAnnotation ? [row.annotation ?? ''] : [])],
  }));
  return { hitPolicy: table.aggregation ? `${table.hitPolicy} ${table.aggregation}` : table.hitPolicy, columns, rows };
}
