import type { WorkflowError } from '@fashen/plugin-api';
import { discussionErrors } from './discussion.errors';
import type { HeadView, MeetingCall, Outcome, Quorum } from './discussion.schema';

/** What a meeting is judged by when it is convened. */
export interface Convening {
  readonly call: MeetingCall;
  /** Everybody who is a head of the organ now. */
  readonly headIds: readonly string[];
  /** Persons who handled the case and must stay away from discussing it. */
  readonly handlerIds: readonly string[];
  readonly quorum: Quorum;
  /** Fewest heads by the figures of the bureau. */
  readonly minHeads: number;
}

type Check = (convening: Convening) => WorkflowError | undefined;
const CHECKS: readonly Check[] = [onlyHeads, everyHead, recusal, reasons, presiding, quorumReached];

/** Why a meeting may not be convened so; undefined when it may. */
export function conveningRefusal(convening: Convening): WorkflowError | undefined {
  for (const check of CHECKS) {
    const refusal = check(convening);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Heads of inner sections and anybody else attend without being heads. */
function onlyHeads({ call, headIds }: Convening): WorkflowError | undefined {
  const stranger = [...call.present, ...call.absent, ...call.recused].find((id) => !headIds.includes(id));
  return stranger === undefined ? undefined : discussionErrors.NOT_A_HEAD({ personId: stranger });
}

/** Each head is present, absent with a reason, or recused; nobody is forgotten, nobody is two of it. */
function everyHead({ call, headIds }: Convening): WorkflowError | undefined {
  const told = [...call.present, ...call.absent, ...call.recused];
  const personId = headIds.find((id) => told.filter((one) => one === id).length === 0);
  if (personId !== undefined) return discussionErrors.HEAD_UNACCOUNTED({ personId });
  const twice = call.absent.find((id) => call.present.includes(id));
  return twice === undefined ? undefined : discussionErrors.HEAD_UNACCOUNTED({ personId: twice });
}

function recusal({ call, handlerIds }: Convening): WorkflowError | undefined {
  const personId = call.present.find((id) => call.recused.includes(id) || handlerIds.includes(id));
  return personId === undefined ? undefined : discussionErrors.RECUSED({ personId });
}

function reasons({ call }: Convening): WorkflowError | undefined {
  if (call.absent.length > 0 && call.absentReason.trim() === '') return discussionErrors.REASON_MISSING({ of: 'absent' });
  return call.recused.length > 0 && call.recusedReason.trim() === '' ? discussionErrors.REASON_MISSING({ of: 'recused' }) : undefined;
}

function presiding({ call }: Convening): WorkflowError | undefined {
  return call.present.includes(call.presiding) ? undefined : discussionErrors.PRESIDING_ABSENT({ personId: call.presiding });
}

function quorumReached({ call, quorum, minHeads }: Convening): WorkflowError | undefined {
  const present = new Set(call.present).size;
  const needed = Math.max(quorum.needed, minHeads);
  return present < needed ? discussionErrors.BELOW_QUORUM({ present, needed, rule: quorum.rule, source: quorum.source }) : undefined;
}

/** Those who speak before the presiding head, in the order in which they were named. */
export const speakersOf = ({ present, presiding: last }: MeetingCall): readonly string[] => present.filter((id) => id !== last);

/** Heads who have not yet said what they think. */
export const silentOf = (call: MeetingCall, spoken: readonly string[]): readonly string[] =>
  speakersOf(call).filter((id) => !spoken.includes(id));

/** Heads who took part and have not signed the minutes, nor said why they do not. */
export const unsignedOf = ({ present }: MeetingCall, signed: readonly string[]): readonly string[] =>
  present.filter((id) => !signed.includes(id));

/** Views that differ from the conclusion: each becomes a record of its own. */
export function dissentsFrom<T extends { readonly view: HeadView }>(conclusion: Outcome, views: readonly T[]): readonly T[] {
  return views.filter(({ view }) => view.stance !== conclusion);
}
