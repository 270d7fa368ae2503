import type { LintRule, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { isFilledInByEach } from '@fashen/plugins/assignment/model';
import { AUTOMATIC_ACTS } from '../clock';
import { isPath, isStatutory, type Term } from '../term';
import { drawnTerms, placeOf } from './drawn-terms';

/** Every setting exists, and what happens at the end has all it needs. */
export const actFits: LintRule = (model) =>
  drawnTerms(model).flatMap(({ step, term }) => {
    const setting = term ? missingSetting(term, model) : 'atEnd';
    return setting ? [placeOf(step, { setting })] : [];
  });

function missingSetting(term: Term, model: ProcessModel): string | undefined {
  const wanted = [NEEDED[term.atEnd], ...(term.atSeatEnd === 'ESCALATE' ? ['escalateTo' as const] : [])];
  return wanted.find((setting) => setting !== undefined && !isRight(term, setting, model));
}

/** The setting each act cannot do without. */
const NEEDED: Readonly<Partial<Record<Term['atEnd'], 'message' | 'returnTo' | 'escalateTo' | 'output'>>> = {
  MESSAGE: 'message',
  RETURN: 'returnTo',
  ESCALATE: 'escalateTo',
  AUTO_AGREE: 'output',
  AUTO_REJECT: 'output',
};

function isRight(term: Term, setting: 'message' | 'returnTo' | 'escalateTo' | 'output', model: ProcessModel): boolean {
  const value = term[setting] ?? '';
  if (setting === 'returnTo') return model.elements.get(value)?.type === 'bpmn:UserTask';
  return setting === 'output' ? isPath(value) : value !== '';
}

/** No step of the law ends by itself. */
export const statutoryByPerson: LintRule = (model) => endingByThemselves(model, isStatutory);

/** Nor does one that each of several people fills in, or any part of it. */
export const eachByPerson: LintRule = (model) => endingByThemselves(model, isFilledInByEach);

function endingByThemselves(model: ProcessModel, isKept: (step: ModelElement) => boolean): ReturnType<LintRule> {
  return drawnTerms(model)
    .filter(({ step, term }) => term && isKept(step) && [term.atEnd, term.atSeatEnd].some((act) => AUTOMATIC_ACTS.includes(act)))
    .map(({ step }) => placeOf(step));
}

/** Only a step that several people sign has terms of signers. */
export const seatsSign: LintRule = (model) =>
  drawnTerms(model)
    .filter(({ step, term }) => term && (term.seatPeriod ?? '') + term.atSeatEnd !== 'REMIND' && !('approval:Sign' in step.extensions))
    .map(({ step }) => placeOf(step));
