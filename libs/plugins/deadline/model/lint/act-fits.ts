import type { LintRule, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { TERM, type Term, isPath } from '../term';
import { drawnTerms, placeOf } from './drawn-terms';

const AUTOMATIC: readonly string[] = ['AUTO_AGREE', 'AUTO_REJECT', 'COMPLETE'];

/** True where the law wants a person to act: marked so, or a part of legal review. */
export function isStatutory({ extensions }: ModelElement): boolean {
  return extensions[TERM]?.['statutory'] === 'true' || Object.keys(extensions).some((type) => type.startsWith('legal-review:'));
}

/** Every setting exists, and what happens at the end has all it needs. */
export const actFits: LintRule = (model) =>
  drawnTerms(model).flatMap(({ step, term }) => {
    const setting = term ? missingSetting(term, model) : 'atEnd';
    return setting ? [placeOf(step, { setting })] : [];
  });

function missingSetting(term: Term, model: ProcessModel): string | undefined {
  const needed = NEEDED[term.atEnd];
  return needed === undefined || isRight(term, needed, model) ? undefined : needed;
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
export const statutoryByPerson: LintRule = (model) =>
  drawnTerms(model)
    .filter(({ step, term }) => term && AUTOMATIC.includes(term.atEnd) && isStatutory(step))
    .map(({ step }) => placeOf(step));
