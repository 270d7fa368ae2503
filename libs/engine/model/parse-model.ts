import { BpmnModdle, type ModdleResult, type ModdleWarning } from 'bpmn-moddle';
import { engineModdle, executableProcesses, processModel, readSource } from '@fashen/bpmn';
import { checkInput } from './check-input';
import type { ModelProblem, ModelSource, ParsedModel } from './model-source';
import { unknownExtensions } from './unknown-extensions';

const MAX_NODES = 500;
const MAX_FLOWS = 2_000;
const MAX_SCOPE_DEPTH = 20;
const FOREIGN_CONTENT =
  /nested error: (unrecognized element|unknown type|expected no sub nodes|unexpected body text|duplicate ID|illegal ID)/;
const LEGAL_ID = /^[A-Za-z_][\w.-]{0,99}$/;

/**
 * Reads a BPMN file: once for lint rules (`model`), once for the kernel (`source`). Bad files are answered with problems, never with
 * an exception. `moddles` are the BPMN extensions of the plugins by prefix.
 */
export async function parseModel(xml: string | Uint8Array, moddles: Readonly<Record<string, object>> = {}): Promise<ParsedModel> {
  const input = checkInput(xml);
  if ('problem' in input) return { problems: [input.problem] };
  const tree = await readTree(input.text, { ...moddles, engine: engineModdle });
  if ('rule' in tree) return { problems: [tree] };
  const foreign = unknownExtensions(tree).map(({ elementId, name }) => error('unknown-extension', elementId, { name }));
  const problems = [...tree.warnings.map(ofWarning), ...foreign];
  const [process, ...others] = executableProcesses(tree.rootElement);
  if (!process) return { problems: [...problems, error('no-process')] };
  if (others.length > 0) problems.push(error('several-processes', others[0]?.id));
  const source = readSource(process);
  problems.push(...problemsOf(source));
  return { source, model: processModel(source), problems };
}

/** The tree, or the first thing in the text that is no BPMN. Reading on after it would take time with the square of such things. */
async function readTree(xml: string, packages: Readonly<Record<string, object>>): Promise<ModdleResult | ModelProblem> {
  try {
    return await new BpmnModdle(packages).fromXML(xml, { lax: false });
  } catch (failure) {
    // The wording of the library is not for our users.
    const message = failure instanceof Error ? failure.message : '';
    return FOREIGN_CONTENT.test(message) ? ofWarning({ message }) : error('not-xml');
  }
}

function error(rule: string, elementId?: string, params?: ModelProblem['params']): ModelProblem {
  return { rule: `engine.${rule}`, severity: 'error', ...(elementId !== undefined && { elementId }), ...(params && { params }) };
}

function ofWarning({ message, element, value }: ModdleWarning): ModelProblem {
  const duplicate = /duplicate ID <([^>]*)>/.exec(message);
  if (duplicate) return error('duplicate-id', duplicate[1]);
  if (/illegal ID/.test(message)) return error('bad-id');
  if (/unresolved reference/.test(message)) return error('broken-reference', element?.id, { reference: String(value) });
  const what = /<([^>]{1,60})>/.exec(message)?.[1] ?? '';
  if (/unknown attribute/.test(message)) return { ...error('unknown-content', element?.id, { name: what }), severity: 'warning' };
  return error('unknown-content', element?.id, { name: what });
}

function problemsOf({ processId, nodes, flows }: ModelSource): readonly ModelProblem[] {
  if (nodes.length > MAX_NODES) return [error('too-many-elements', undefined, { max: MAX_NODES })];
  if (flows.length > MAX_FLOWS) return [error('too-many-elements', undefined, { max: MAX_FLOWS })];
  const ids = [processId, ...nodes.map(({ id }) => id), ...flows.map(({ id }) => id)];
  const bad = ids.filter((id) => !LEGAL_ID.test(id) || id in {}).map((id) => error('bad-id', id));
  const loose = flows.filter(({ sourceId, targetId }) => !sourceId || !targetId).map(({ id }) => error('broken-reference', id));
  return [...bad, ...loose, ...deepNodes(nodes)];
}

function deepNodes(nodes: ModelSource['nodes']): readonly ModelProblem[] {
  const depths = new Map<string, number>();
  for (const { id, parentId } of nodes) depths.set(id, parentId === undefined ? 1 : (depths.get(parentId) ?? 0) + 1);
  const tooDeep = nodes.find(({ id }) => (depths.get(id) ?? 0) > MAX_SCOPE_DEPTH);
  return tooDeep ? [error('too-deep', tooDeep.id, { max: MAX_SCOPE_DEPTH })] : [];
}
