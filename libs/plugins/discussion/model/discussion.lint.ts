import type { LintRule, ProcessModel } from '@fashen/plugin-api';
import { isFilledInByEach } from '@fashen/plugins/assignment/model';
import { STEPS } from './discussion.schema';

const stepsOf = (model: ProcessModel): readonly { id: string; name: string; step: string }[] =>
  [...model.elements.values()].flatMap(({ id, name, extensions }) => {
    const meeting = extensions['discussion:Meeting'];
    return meeting ? [{ id, name: name ?? id, step: String(meeting['step'] ?? '') }] : [];
  });

/** Each step of a meeting says which it is, and a meeting has all of them. */
const wholeMeeting: LintRule = (model) => {
  const steps = stepsOf(model);
  const unknown = steps.filter(({ step }) => !STEPS.some((one) => one === step));
  const missing = steps.length === 0 ? [] : STEPS.filter((step) => !steps.some((one) => one.step === step));
  return [
    ...unknown.map(({ id, name, step }) => ({ severity: 'error' as const, elementId: id, params: { step: name, missing: step } })),
    ...missing.map((step) => ({
      severity: 'error' as const,
      elementId: steps[0]?.id,
      params: { step: steps[0]?.name ?? '', missing: step },
    })),
  ];
};

/** Convening and conclusion are one person's; what several have filled in could not end them. */
const oneHead: LintRule = (model) =>
  stepsOf(model)
    .filter(({ id, step }) => (step === 'convene' || step === 'conclude') && isFilledInByEach(model.elements.get(id)))
    .map(({ id, name }) => ({ severity: 'error' as const, elementId: id, params: { step: name } }));

/** Rules for drawings with a collective discussion. */
export const discussionLint: Readonly<Record<string, LintRule>> = { 'whole-meeting': wholeMeeting, 'one-head': oneHead };
