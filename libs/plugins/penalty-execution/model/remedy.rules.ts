import type { Day } from '@fashen/plugins/calendar/model';
import type { WorkflowError } from '@fashen/plugin-api';
import type { Pause } from './late-fine.rules';
import { penaltyExecutionErrors as errors } from './penalty-execution.errors';
import type { Outcome, Remedy } from './penalty-execution.schema';

/** Outcomes after which a published decision is withdrawn and the reason made public. */
const TAKING_BACK: readonly (Outcome | undefined)[] = ['VARIED', 'REVOKED', 'UNLAWFUL'];

/** While a dispute runs nothing accrues: from the day it was filed to the day its end was received. */
export const pausesOf = (remedies: readonly Remedy[]): readonly Pause[] =>
  remedies.map(({ filedOn, receivedOn }) => ({ from: filedOn, ...(receivedOn !== undefined && { to: receivedOn }) }));

/** The dispute that runs. */
export const pendingRemedy = (remedies: readonly Remedy[]): Remedy | undefined => remedies.find(({ outcome }) => outcome === undefined);

/** True when the decision does not stand any more. */
export const isRevoked = (remedies: readonly Remedy[]): boolean => remedies.some(({ outcome }) => outcome === 'REVOKED');

/** True when this outcome makes the bureau take a published decision back. */
export const takesBack = (outcome: Outcome | undefined): boolean => TAKING_BACK.includes(outcome);

/** The dispute whose outcome asks for a withdrawal that was not noted yet. */
export const unwithdrawn = (remedies: readonly Remedy[]): Remedy | undefined =>
  remedies.find(({ outcome, withdrawnOn }) => takesBack(outcome) && withdrawnOn === undefined);

/** Why a day cannot be noted: it has not come yet, or lies before what it follows. */
export function dayRefusal(day: Day, { today, notBefore }: { readonly today: Day; readonly notBefore: Day }): WorkflowError | undefined {
  if (day > today) return errors.DAY_IN_FUTURE({ day });
  return day < notBefore ? errors.DAY_TOO_EARLY({ day, notBefore }) : undefined;
}
