import type { LintRule, ProcessModel } from '@fashen/plugin-api';
import { knownSuccessor } from './successor.rules';

/** Moddle type of what a process says about its start, and the key under which the model carries it. */
export const START = 'case-file:Start';

/** Who starts a process: a person with a case of its own, which is the default, or another process that calls it. */
export const STARTED_BY = ['PERSON', 'CALL'] as const;

/** True for a process that is a part of other cases and never a case of its own. */
export const isCalledOnly = (model: ProcessModel): boolean => startedBy(model) === 'CALL';

/** A process says in a known word by whom it is started. */
export const knownStart: LintRule = (model) => {
  const by = startedBy(model);
  const isKnown = by === undefined || STARTED_BY.some((known) => known === by);
  return isKnown ? [] : [{ severity: 'error', elementId: model.processId, params: { value: String(by) } }];
};

function startedBy(model: ProcessModel): unknown {
  return model.elements.get(model.processId)?.extensions[START]?.['by'];
}

/** Lint rules of this plugin. */
export const caseFileLint: Readonly<Record<string, LintRule>> = { 'known-start': knownStart, 'known-successor': knownSuccessor };
