import { bpmnlintFindings, bpmnlintRules, executableProcesses, type ModdleElement, processModel, readSource } from '@fashen/bpmn';
import type { ProcessModel } from '@fashen/plugin-api';
import type { DrawingLint, DrawingReport } from './drawing-lint';

/** The drawing as lint rules see it, the same as the server reads from its file. Absent while it has no process to run. */
export function modelOf(definitions: ModdleElement): ProcessModel | undefined {
  const [process] = executableProcesses(definitions);
  return process && processModel(readSource(process));
}

/** Asks bpmnlint and the plugins' rules, in the order in which the server does. */
export async function lintDrawing(definitions: ModdleElement, lint: DrawingLint): Promise<DrawingReport> {
  const model = modelOf(definitions);
  if (!model) return { rules: new Set(), findings: [] };
  const drawn = lint.check(model);
  const habits = await bpmnlintFindings(definitions);
  return { rules: new Set([...bpmnlintRules, ...drawn.rules]), findings: [...habits, ...drawn.findings] };
}
