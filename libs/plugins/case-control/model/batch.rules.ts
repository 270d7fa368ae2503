import type { Json, JsonObject, ModelElement, ProcessModel, TaskView } from '@fashen/plugin-api';
import { isPlainPath, panelOf } from '@fashen/plugins/assignment/model';
import { isStatutory } from './control.rules';

/** Moddle type of the extension element, and the key under which a model element carries it. */
export const BATCH = 'case-control:Batch';

/** Attributes of a drawn batch that name a field of the case data. */
export const BATCH_PATHS = ['agree', 'opinion'] as const;

/** Whether a step is drawn as one that may be agreed in a batch. */
export function isDrawnBatch({ extensions }: ModelElement): boolean {
  const allowed = extensions[BATCH]?.['allowed'];
  return allowed === true || allowed === 'true';
}

/** Whether the law wants everybody to look at each case here: statutory steps, reviews, signatures, decisions, votes. */
export function needsEachAlone(model: ProcessModel, nodeId: string): boolean {
  return isStatutory(model, nodeId) || panelOf(model.elements.get(nodeId)) !== 'form';
}

/** Whether a step may be agreed together with others of its kind. What the law wants looked at one by one never may. */
export function allowsBatch(model: ProcessModel, nodeId: string): boolean {
  const element = model.elements.get(nodeId);
  return element !== undefined && isDrawnBatch(element) && !needsEachAlone(model, nodeId);
}

/** Whether tasks are visits of one and the same step. */
export function isOneStep(tasks: readonly Pick<TaskView, 'definitionKey' | 'nodeId'>[]): boolean {
  return new Set(tasks.map(({ definitionKey, nodeId }) => `${definitionKey} ${nodeId}`)).size === 1;
}

/** The paths of a drawn batch that are no plain paths, such as `closing.approved`. */
export function wrongPaths({ extensions }: ModelElement): readonly string[] {
  return BATCH_PATHS.flatMap((name) => {
    const path = extensions[BATCH]?.[name];
    return path === undefined || path === '' || isPath(path) ? [] : [String(path)];
  });
}

/** The answers with which a step is agreed, as its drawing says: one field becomes true, another one holds the common opinion. */
export function agreementOf(model: ProcessModel, nodeId: string, opinion: string): JsonObject {
  const drawn = model.elements.get(nodeId)?.extensions[BATCH] ?? {};
  const agreed = withAnswer({}, drawn['agree'], true);
  return opinion === '' ? agreed : withAnswer(agreed, drawn['opinion'], opinion);
}

function isPath(path: Json | undefined): path is string {
  return typeof path === 'string' && isPlainPath(path) && !path.includes('__');
}

function withAnswer(data: JsonObject, path: Json | undefined, value: Json): JsonObject {
  if (!isPath(path)) return data;
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...data, [head]: value };
  const inner = data[head];
  const known = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {};
  return { ...data, [head]: withAnswer(known, rest.join('.'), value) };
}
