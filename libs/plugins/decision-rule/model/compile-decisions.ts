import { isWorkflowError, type Json, type JsonObject, type LintFinding } from '@fashen/plugin-api';
import type { CompiledExpression, Feel, FeelScope } from '@fashen/feel';
import type { Decision, DecisionModel, DecisionTable, InputColumn, OutputColumn, TableRow } from './decision-model';
import { cellTest } from './cell-test';
import { refuse } from './finding';
import { type PlainTest, readPlainTest } from './plain-test';
import { holdsPlainly } from './plain-test.rules';

/** A cell ready to judge values. */
export interface CompiledCell {
  readonly text: string;
  /** The plain form, when the cell has one. */
  readonly plain?: PlainTest;
  holds(value: Json, scope: FeelScope): boolean;
}

/** A row ready to judge a case. */
export interface CompiledRow {
  readonly row: TableRow;
  readonly cells: readonly CompiledCell[];
  readonly outputs: readonly CompiledExpression[];
}

/** A table with everything parsed. */
export interface CompiledTable {
  readonly kind: 'table';
  readonly table: DecisionTable;
  readonly inputs: readonly { readonly expression: CompiledExpression; readonly allowed?: CompiledCell }[];
  readonly rows: readonly CompiledRow[];
  readonly defaults?: readonly CompiledExpression[];
  /** Per output the listed values, highest priority first. */
  readonly priorities: readonly (readonly Json[])[];
}

/** A decision with everything parsed. */
export interface CompiledDecision {
  readonly decision: Decision;
  readonly logic:
    | CompiledTable
    | { readonly kind: 'literal'; readonly expression: CompiledExpression }
    | { readonly kind: 'context'; readonly entries: readonly { readonly name: string; readonly expression: CompiledExpression }[] };
}

/** A whole model ready to evaluate. Immutable; keep it as long as the version lives. */
export interface CompiledModel {
  readonly model: DecisionModel;
  readonly decisions: readonly CompiledDecision[];
}

/** Reads every expression of a model with the given FEEL. Expressions that FEEL cannot read are findings with row and column. */
export function compileDecisions(
  model: DecisionModel,
  feel: Feel,
): { readonly compiled?: CompiledModel; readonly findings: readonly LintFinding[] } {
  const compiler = new ModelCompiler(feel);
  const decisions = model.decisions.map((decision) => compiler.decision(decision));
  return compiler.findings.length > 0 ? { findings: compiler.findings } : { compiled: { model, decisions }, findings: [] };
}

class ModelCompiler {
  readonly findings: LintFinding[] = [];

  constructor(private readonly feel: Feel) {}

  decision(decision: Decision): CompiledDecision {
    return { decision, logic: this.logic(decision) };
  }

  private logic({ id, logic }: Decision): CompiledDecision['logic'] {
    if (logic.kind === 'table') return this.table(logic, id);
    if (logic.kind === 'literal') return { kind: 'literal', expression: this.expression(logic.text, id) };
    return {
      kind: 'context',
      entries: logic.entries.map(({ name, text }) => ({ name, expression: this.expression(text, id, { entry: name }) })),
    };
  }

  private table(table: DecisionTable, id: string): CompiledTable {
    return {
      kind: 'table',
      table,
      inputs: table.inputs.map((input) => ({
        expression: this.expression(input.expression, id, { column: input.label }),
        ...(input.allowedValues && { allowed: this.cell(input.allowedValues, input, { id, column: input.label }) }),
      })),
      rows: table.rows.map((row) => this.row(row, table.inputs, id)),
      ...(table.outputs.some((output) => output.defaultText) && {
        defaults: table.outputs.map((output) => this.expression(output.defaultText ?? 'null', id)),
      }),
      priorities: table.outputs.map((output) => this.priorities(output, id)),
    };
  }

  private row(row: TableRow, inputs: readonly InputColumn[], id: string): CompiledRow {
    return {
      row,
      cells: row.tests.map((text, column) => this.cell(text, inputs[column], { id, rows: [row.index] })),
      outputs: row.outputs.map((text) => this.expression(text || 'null', id, { rows: [row.index] })),
    };
  }

  private priorities(output: OutputColumn, id: string): readonly Json[] {
    if (!output.allowedValues) return [];
    const list = this.expression(`[${output.allowedValues}]`, id, { column: output.label });
    const values = list.evaluate({ variables: {}, now: new Date(0) });
    return Array.isArray(values) ? values : [];
  }

  private expression(text: string, id: string, params: JsonObject = {}): CompiledExpression {
    return this.attempt(() => this.feel.compileExpression(text), { ...params, id, text }) ?? this.feel.compileExpression('null');
  }

  private cell(text: string, input: InputColumn | undefined, where: JsonObject & { readonly id: string }): CompiledCell {
    const plain = readPlainTest(text);
    const test = this.attempt(() => cellTest(text, input?.typeRef, this.feel), { ...where, text }) ?? ((): boolean => false);
    if (!plain) return { text, holds: test };
    return { text, plain, holds: (value, scope) => holdsPlainly(plain, value, scope.variables) ?? test(value, scope) };
  }

  private attempt<T>(
    compile: () => T,
    { id, text, ...params }: JsonObject & { readonly id: string; readonly text: string },
  ): T | undefined {
    try {
      return compile();
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      const name = error.code.endsWith('FEEL_TOO_EXPENSIVE') ? 'too-expensive' : 'bad-expression';
      this.findings.push(refuse(name, id, { ...params, text: text.slice(0, 200) }));
      return undefined;
    }
  }
}
