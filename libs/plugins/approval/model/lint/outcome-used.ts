import type { LintRule, ProcessModel } from '@fashen/plugin-api';
import { type DrawnSign, drawnSigns, findingOn, isEach, textOf } from './drawn-signs';

/** What the signers decide is asked for by a condition behind the step; otherwise the case goes on the same whether it passed or not. */
export const outcomeUsed: LintRule = (model) =>
  drawnSigns(model)
    .filter((drawn) => !isEach(drawn) && !isUsed(model, drawn))
    .map((drawn) => findingOn(drawn, 'warning', { variable: nameOf(drawn) }));

function isUsed(model: ProcessModel, drawn: DrawnSign): boolean {
  const name = nameOf(drawn);
  const behind = reachableFrom(model, drawn.step.id);
  return model.flows.some(({ sourceId, condition }) => behind.has(sourceId) && condition !== undefined && mentions(condition, name));
}

function nameOf(drawn: DrawnSign): string {
  return textOf(drawn, 'variable') || drawn.step.id;
}

function mentions(condition: string, name: string): boolean {
  return condition.split(/[^\p{L}\p{N}_-]+/u).includes(name);
}

function reachableFrom(model: ProcessModel, startId: string): ReadonlySet<string> {
  const seen = new Set([startId]);
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const id of seen) {
    for (const flow of model.flows) if (flow.sourceId === id) seen.add(flow.targetId);
    const parentId = model.elements.get(id)?.parentId;
    if (parentId !== undefined && parentId !== model.processId) seen.add(parentId);
  }
  return seen;
}
