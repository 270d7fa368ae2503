import { feel } from '@fashen/feel/server';
import { isWorkflowError, type LintFinding } from '@fashen/plugin-api';
import type { ModelSource, SourceNode } from '../model';

/** What is wrong with the engine's own elements in a drawing. `jobTypes` are the jobs this process can run. */
export function engineElementFindings(source: ModelSource, jobTypes: ReadonlySet<string>): readonly LintFinding[] {
  return source.nodes.flatMap((node) => [...jobFindings(node, jobTypes), ...mappingFindings(node)]);
}

function jobFindings({ id, extensions }: SourceNode, jobTypes: ReadonlySet<string>): readonly LintFinding[] {
  const job = extensions['engine:Job'];
  if (!job) return [];
  const type = String(job['type'] ?? '');
  const unknown: LintFinding = { rule: 'engine.unknown-job', severity: 'error', elementId: id, params: { type } };
  return [...(jobTypes.has(type) ? [] : [unknown]), ...expressionFindings(id, job['input'])];
}

function mappingFindings({ id, extensions }: SourceNode): readonly LintFinding[] {
  const mapping = extensions['engine:Mapping'];
  return mapping ? [...expressionFindings(id, mapping['input']), ...expressionFindings(id, mapping['output'])] : [];
}

function expressionFindings(elementId: string, text: unknown): readonly LintFinding[] {
  if (typeof text !== 'string') return [];
  try {
    feel.compileExpression(text);
    return [];
  } catch (error) {
    if (!isWorkflowError(error)) throw error;
    return [{ rule: 'engine.bad-expression', severity: 'error', elementId, params: { text: text.slice(0, 120), cause: error.code } }];
  }
}
