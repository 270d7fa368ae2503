import type { LintFinding } from '@fashen/plugin-api';
import type { DmnElement } from 'dmn-moddle';
import type { Aggregation, ContextLogic, Decision, DecisionTable, HitPolicy, InputColumn, OutputColumn, TableRow } from './decision-model';
import { childOf, childrenOf, textOf, typeOf } from './dmn-element';
import { refuse } from './finding';

type Logic = Decision['logic'];
type ParsedLogic = { readonly logic: Logic; readonly findings: readonly LintFinding[] };

const HIT_POLICIES: readonly HitPolicy[] = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'];
const AGGREGATIONS: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];
const MAX_ROWS = 2_000;
const MAX_COLUMNS = 64;
const NOTHING: Logic = { kind: 'literal', text: 'null' };

/** What a decision element decides by. Structural problems are findings on the element or row. */
export function logicOf(decision: DmnElement, decisionId: string): ParsedLogic {
  const element = childOf(decision, 'decisionLogic');
  if (!element) return { logic: NOTHING, findings: [refuse('empty-output', decisionId)] };
  const type = typeOf(element);
  if (type === 'DecisionTable') return tableOf(element, decisionId);
  if (type === 'LiteralExpression') return literalOf(element, decisionId);
  if (type === 'Context') return contextOf(element, decisionId);
  return { logic: NOTHING, findings: [refuse('unsupported', decisionId, { type })] };
}

function literalOf(element: DmnElement, decisionId: string): ParsedLogic {
  const text = textOf(element, 'text');
  return text
    ? { logic: { kind: 'literal', text }, findings: languageFindings(element, decisionId) }
    : { logic: NOTHING, findings: [refuse('empty-output', decisionId)] };
}

function contextOf(element: DmnElement, decisionId: string): ParsedLogic {
  const entries: ContextLogic['entries'][number][] = [];
  const findings: LintFinding[] = [];
  for (const entry of childrenOf(element, 'contextEntry')) {
    const name = textOf(childOf(entry, 'variable'), 'name');
    const value = childOf(entry, 'value');
    const text = textOf(value, 'text');
    if (name && value && text && typeOf(value) === 'LiteralExpression') entries.push({ name, text });
    else findings.push(refuse('unsupported', decisionId, { type: value ? typeOf(value) : 'contextEntry' }));
  }
  return { logic: { kind: 'context', entries }, findings };
}

function tableOf(element: DmnElement, decisionId: string): ParsedLogic {
  const inputs = childrenOf(element, 'input').map(inputOf);
  const outputs = childrenOf(element, 'output').map(outputOf);
  const rows = childrenOf(element, 'rule').map(rowOf);
  const aggregation = textOf(element, 'aggregation') as Aggregation | undefined;
  const annotationLabel = textOf(childrenOf(element, 'annotation')[0], 'name');
  const table: DecisionTable = {
    kind: 'table',
    hitPolicy: (textOf(element, 'hitPolicy') as HitPolicy | undefined) ?? 'UNIQUE',
    ...(aggregation && { aggregation }),
    inputs,
    outputs,
    rows,
    ...(annotationLabel && { annotationLabel }),
  };
  return { logic: table, findings: tableFindings(table, decisionId) };
}

function inputOf(element: DmnElement, index: number): InputColumn {
  const expression = childOf(element, 'inputExpression');
  const text = textOf(expression, 'text') ?? '';
  const typeRef = textOf(expression, 'typeRef');
  const allowedValues = textOf(childOf(element, 'inputValues'), 'text');
  return {
    id: textOf(element, 'id') ?? `input-${index + 1}`,
    label: textOf(element, 'label') ?? text,
    expression: text,
    ...(typeRef && { typeRef }),
    ...(allowedValues && { allowedValues }),
  };
}

function outputOf(element: DmnElement, index: number): OutputColumn {
  const name = textOf(element, 'name') ?? '';
  const typeRef = textOf(element, 'typeRef');
  const allowedValues = textOf(childOf(element, 'outputValues'), 'text');
  const defaultText = textOf(childOf(element, 'defaultOutputEntry'), 'text');
  return {
    id: textOf(element, 'id') ?? `output-${index + 1}`,
    name,
    label: textOf(element, 'label') ?? name,
    ...(typeRef && { typeRef }),
    ...(allowedValues && { allowedValues }),
    ...(defaultText && { defaultText }),
  };
}

function rowOf(element: DmnElement, index: number): TableRow {
  const annotation = textOf(childrenOf(element, 'annotationEntry')[0], 'text') ?? textOf(element, 'description');
  return {
    id: textOf(element, 'id') ?? `row-${index + 1}`,
    index: index + 1,
    tests: childrenOf(element, 'inputEntry').map((entry) => textOf(entry, 'text') ?? '-'),
    outputs: childrenOf(element, 'outputEntry').map((entry) => textOf(entry, 'text') ?? ''),
    ...(annotation && { annotation }),
  };
}

function tableFindings(table: DecisionTable, decisionId: string): readonly LintFinding[] {
  if (table.rows.length > MAX_ROWS || table.inputs.length + table.outputs.length > MAX_COLUMNS) return [refuse('too-wide', decisionId)];
  return [
    ...table.inputs.filter((input) => !input.expression).map((input) => refuse('no-input-expression', decisionId, { column: input.id })),
    ...(table.outputs.length === 0 ? [refuse('no-output-name', decisionId, { column: '1' })] : []),
    ...(table.outputs.length > 1
      ? table.outputs.filter((output) => !output.name).map((output) => refuse('no-output-name', decisionId, { column: output.id }))
      : []),
    ...(table.rows.length === 0 ? [refuse('no-rows', decisionId)] : []),
    ...table.rows.filter((row) => !isComplete(row, table)).map((row) => refuse('row-incomplete', decisionId, { rows: [row.index] })),
    ...policyFindings(table, decisionId),
  ];
}

const isComplete = (row: TableRow, table: DecisionTable): boolean =>
  row.tests.length === table.inputs.length && row.outputs.length === table.outputs.length;

function policyFindings(table: DecisionTable, decisionId: string): readonly LintFinding[] {
  if (!HIT_POLICIES.includes(table.hitPolicy) || (table.aggregation && !AGGREGATIONS.includes(table.aggregation)))
    return [refuse('bad-hit-policy', decisionId)];
  const ordersByValue = table.hitPolicy === 'PRIORITY' || table.hitPolicy === 'OUTPUT ORDER';
  if (ordersByValue && !table.outputs.some((output) => output.allowedValues)) return [refuse('priority-needs-values', decisionId)];
  if (table.hitPolicy === 'COLLECT' && table.aggregation && table.outputs.length > 1)
    return [refuse('aggregation-needs-one-output', decisionId)];
  return [];
}

function languageFindings(element: DmnElement, decisionId: string): readonly LintFinding[] {
  const language = textOf(element, 'expressionLanguage');
  return !language || /feel/i.test(language) ? [] : [refuse('unsupported', decisionId, { type: language.slice(0, 100) })];
}
