import type { DecisionExplanation, Json, JsonObject } from '@fashen/plugin-api';
import type { FeelScope } from '@fashen/feel';
import type { CompiledDecision, CompiledModel, CompiledRow, CompiledTable } from './compile-decisions';
import { type InputColumn, isSingleHit } from './decision-model';
import { decisionRuleErrors } from './decision-rule.errors';
import { aggregate, countingHits, type Hit } from './hit-policy.rules';
import { fitsType } from './input-type.rules';

/** What a model answers for one case, and why. */
export interface Evaluation {
  readonly output: Json;
  /** Rows of the root table that counted, from 1, in the order in which they counted. Empty for other logic. */
  readonly hits: readonly number[];
  /** True when the root is a single-hit table, no row fits and there is no default: legally there is no answer. */
  readonly isUnanswered: boolean;
  readonly explanation: DecisionExplanation;
}

/** The case data a model sees, and the time. */
export interface EvaluationRequest {
  readonly input: JsonObject;
  readonly now: Date;
}

type Judged = Evaluation & { readonly variable: string };

/**
 * Evaluates a model. Pure: the same model, input and time give the same answer on every node and in the browser.
 * Every cell of every row is judged, so that the explanation is complete. Throws `decision-rule.*` where a promise of the table or
 * a column is broken, and `engine.FEEL_*` for expressions that fail or cost too much.
 */
export function evaluateDecisions(compiled: CompiledModel, request: EvaluationRequest): Evaluation {
  const done = new Map<string, Judged>();
  let variables: JsonObject = request.input;
  for (const one of compiled.decisions) {
    const judged = judge(one, { variables, now: request.now }, done);
    done.set(one.decision.id, judged);
    variables = { ...variables, [judged.variable]: judged.output };
  }
  const root = done.get(compiled.model.key);
  if (!root) throw new Error(`decision ${compiled.model.key} was not evaluated`);
  return root;
}

function judge(one: CompiledDecision, scope: FeelScope, done: ReadonlyMap<string, Judged>): Judged {
  const { decision, logic } = one;
  const required = decision.requires.flatMap((id) => done.get(id)?.explanation ?? []);
  const frame = { decisionId: decision.id, decisionName: decision.name, required };
  if (logic.kind === 'table') return { variable: decision.variable, ...judgeTable(logic, scope, frame) };
  const output = logic.kind === 'literal' ? logic.expression.evaluate(scope) : contextValue(logic.entries, scope);
  const explanation = { ...frame, hitPolicy: logic.kind.toUpperCase(), inputs: [], rows: [expressionRow(output)] };
  return { variable: decision.variable, output, hits: [], isUnanswered: false, explanation };
}

const expressionRow = (output: Json): DecisionExplanation['rows'][number] => ({
  index: 1,
  ruleId: '',
  matched: true,
  cells: [],
  outputs: { value: output },
});

function contextValue(
  entries: readonly { readonly name: string; readonly expression: { evaluate(scope: FeelScope): Json } }[],
  scope: FeelScope,
): JsonObject {
  let value: JsonObject = {};
  for (const { name, expression } of entries) {
    value = { ...value, [name]: expression.evaluate({ ...scope, variables: { ...scope.variables, ...value } }) };
  }
  return value;
}

function judgeTable(
  compiled: CompiledTable,
  scope: FeelScope,
  frame: Pick<DecisionExplanation, 'decisionId' | 'decisionName' | 'required'>,
): Evaluation {
  const { table } = compiled;
  const values = compiled.inputs.map((input, column) => inputValue(input, table.inputs[column], scope));
  const rows = compiled.rows.map((row) => judgeRow(row, values, scope));
  const hits = rows.flatMap((row, at): Hit[] =>
    row.matched ? [{ index: row.row.row.index, values: valuesOf(compiled.rows[at], scope) }] : [],
  );
  const counting = countingHits(table.hitPolicy, hits, compiled.priorities);
  const isUnanswered = counting.length === 0 && !compiled.defaults && isSingleHit(table);
  return {
    output: tableOutput(compiled, counting, scope),
    hits: counting.map((hit) => hit.index),
    isUnanswered,
    explanation: {
      ...frame,
      hitPolicy: table.aggregation ? `${table.hitPolicy} ${table.aggregation}` : table.hitPolicy,
      inputs: table.inputs.map((input, column) => ({ label: input.label, expression: input.expression, value: values[column] ?? null })),
      rows: rows.map((row) => explainRow(compiled, row, hits)),
    },
  };
}

/** The value of a column, of the type and among the values the column promises. */
function inputValue(input: CompiledTable['inputs'][number], column: InputColumn | undefined, scope: FeelScope): Json {
  const value = input.expression.evaluate(scope);
  if (value === null || !column) return value;
  if (!fitsType(value, column.typeRef)) throw decisionRuleErrors.INPUT_TYPE({ column: column.label, type: column.typeRef ?? '' });
  const fits = (one: Json): boolean => input.allowed?.holds(one, scope) ?? true;
  if (!(Array.isArray(value) ? value.every(fits) : fits(value)))
    throw decisionRuleErrors.INPUT_NOT_ALLOWED({ column: column.label, allowed: column.allowedValues });
  return value;
}

interface JudgedRow {
  readonly row: CompiledRow;
  readonly cells: readonly boolean[];
  readonly matched: boolean;
}

function judgeRow(row: CompiledRow, values: readonly Json[], scope: FeelScope): JudgedRow {
  const cells = row.cells.map((cell, column) => cell.holds(values[column] ?? null, scope));
  return { row, cells, matched: cells.every(Boolean) };
}

const valuesOf = (row: CompiledRow | undefined, scope: FeelScope): readonly Json[] =>
  row?.outputs.map((output) => output.evaluate(scope)) ?? [];

function tableOutput(compiled: CompiledTable, hits: readonly Hit[], scope: FeelScope): Json {
  const { table } = compiled;
  const outputs = hits.map((hit) => outputOf(compiled, hit.values));
  if (table.aggregation && table.hitPolicy === 'COLLECT') return aggregate(table.aggregation, outputs);
  const fallback =
    hits.length === 0 && compiled.defaults
      ? outputOf(
          compiled,
          compiled.defaults.map((expression) => expression.evaluate(scope)),
        )
      : undefined;
  if (isSingleHit(table)) return outputs[0] ?? fallback ?? null;
  return fallback === undefined ? outputs : [fallback];
}

/** One output column answers its bare value, several a context of their names. */
function outputOf(compiled: CompiledTable, values: readonly Json[]): Json {
  const { outputs } = compiled.table;
  if (outputs.length === 1) return values[0] ?? null;
  return Object.fromEntries(outputs.map((output, column) => [output.name, values[column] ?? null]));
}

function explainRow(
  compiled: CompiledTable,
  { row, cells, matched }: JudgedRow,
  hits: readonly Hit[],
): DecisionExplanation['rows'][number] {
  const hit = hits.find((one) => one.index === row.row.index);
  return {
    index: row.row.index,
    ruleId: row.row.id,
    matched,
    ...(row.row.annotation && { annotation: row.row.annotation }),
    cells: cells.map((holds, column) => ({ text: row.row.tests[column] ?? '-', holds })),
    outputs: hit
      ? Object.fromEntries(compiled.table.outputs.map((output, column) => [output.name || output.label, hit.values[column] ?? null]))
      : {},
  };
}
