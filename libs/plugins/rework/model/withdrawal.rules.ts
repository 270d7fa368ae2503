import type { InstanceView, ProcessModel, TaskView } from '@fashen/plugin-api';
import { isStatutory, type WithdrawalSettings } from './settings.rules';
import type { Opening } from './taking-back.rules';

/** Why the starter cannot withdraw the case any more. */
export type WithdrawalReason =
  'NOT_THE_STARTER' | 'WITHDRAWAL_FORBIDDEN' | 'ALREADY_DECIDED' | 'ALREADY_OPENED' | 'ALREADY_PAST' | 'STATUTORY_DONE';

/** What the answer is found from. */
export interface WithdrawalQuestion {
  readonly instance: Pick<InstanceView, 'startedBy' | 'trail'>;
  readonly model: ProcessModel;
  readonly tasks: readonly TaskView[];
  readonly openings: readonly Opening[];
  readonly settings: WithdrawalSettings;
  readonly personId: string;
}

/** What stands against withdrawing; undefined when nothing does. What the law demanded and somebody has signed never vanishes. */
export function withdrawalRefusal(question: WithdrawalQuestion): WithdrawalReason | undefined {
  const { instance, settings, personId } = question;
  if (instance.startedBy !== personId) return 'NOT_THE_STARTER';
  if (settings.until === 'NEVER') return 'WITHDRAWAL_FORBIDDEN';
  const done = question.tasks.filter(({ state }) => state === 'DONE');
  if (done.some(({ nodeId }) => isStatutory(question.model.elements.get(nodeId)))) return 'STATUTORY_DONE';
  return tooLate(question, done);
}

function tooLate({ instance, settings, openings, personId }: WithdrawalQuestion, done: readonly TaskView[]): WithdrawalReason | undefined {
  if (settings.until === 'NODE') return (instance.trail.nodes[settings.node ?? ''] ?? 0) > 0 ? 'ALREADY_PAST' : undefined;
  if (done.some(({ endedBy }) => endedBy !== personId)) return 'ALREADY_DECIDED';
  const isOpened = openings.some((opening) => opening.personId !== personId);
  return settings.until === 'FIRST_OPENED' && isOpened ? 'ALREADY_OPENED' : undefined;
}
