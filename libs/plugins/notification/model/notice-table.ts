import type { NoticeKind } from './notice-kinds';

/** Who is told, seen from the event and the task it is about. */
export type Audience =
  /** Who holds the task after the event. */
  | 'holder'
  /** Who held it before and does not any more. */
  | 'formerHolder'
  /** Those who may claim it, while nobody holds it. */
  | 'candidates'
  /** The holder, or the candidates while there is none. */
  | 'taskPeople'
  /** Persons the event itself names: `personId`, `personIds`, `recipientId`, `recipientIds`. */
  | 'named'
  /** Persons the event names, or the people of the task where it names nobody. */
  | 'concerned'
  /** Principals of whom the event asks something: `askedOf`. */
  | 'asked'
  /** Who asked for what the event answers: `askedBy`. */
  | 'asker'
  /** Who started the case. */
  | 'starter';

/** One line of the table below. */
export interface NoticeRow {
  readonly event: string;
  readonly kind: NoticeKind;
  readonly audience: Audience;
}

/**
 * Who is told about what. Nobody is told what they did themselves. Events of plugins that are not installed never come.
 * A plugin whose notices do not follow from an event alone calls the port `Notices` instead.
 */
export const NOTICE_TABLE: readonly NoticeRow[] = [
  { event: 'engine.taskCreated', kind: 'taskAssigned', audience: 'holder' },
  { event: 'engine.taskCreated', kind: 'taskClaimable', audience: 'candidates' },
  { event: 'engine.taskAssigned', kind: 'taskAssigned', audience: 'holder' },
  { event: 'engine.taskAssigned', kind: 'taskClaimable', audience: 'candidates' },
  { event: 'engine.taskAssigned', kind: 'taskTaken', audience: 'formerHolder' },
  { event: 'engine.taskCancelled', kind: 'taskCancelled', audience: 'holder' },
  { event: 'engine.instanceEnded', kind: 'caseEnded', audience: 'starter' },
  { event: 'rework.returned', kind: 'returned', audience: 'named' },
  { event: 'approval.answered', kind: 'answered', audience: 'asker' },
  { event: 'deadline.reminded', kind: 'dueSoon', audience: 'concerned' },
  { event: 'deadline.expired', kind: 'overdue', audience: 'concerned' },
  { event: 'deadline.seatExpired', kind: 'overdue', audience: 'named' },
  { event: 'deadline.escalated', kind: 'escalated', audience: 'named' },
  { event: 'deadline.supplementAsked', kind: 'supplementAsked', audience: 'starter' },
  { event: 'deadline.supplementHandedIn', kind: 'supplementHandedIn', audience: 'named' },
  { event: 'deadline.extensionRequested', kind: 'extensionAsked', audience: 'asked' },
  { event: 'deadline.extended', kind: 'extended', audience: 'concerned' },
  { event: 'deadline.extensionRefused', kind: 'extensionRefused', audience: 'concerned' },
  { event: 'circulate.urged', kind: 'urged', audience: 'concerned' },
  { event: 'circulate.sent', kind: 'copied', audience: 'named' },
];

/** The events of the table. */
export const NOTICE_EVENTS: readonly string[] = [...new Set(NOTICE_TABLE.map(({ event }) => event))];
