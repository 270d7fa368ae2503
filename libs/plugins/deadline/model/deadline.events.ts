import { defineEvent } from '@fashen/plugin-api';

/** What every event says about its clock. */
export type ClockTold = {
  readonly clockId: string;
  /** What it is for, in words. */
  readonly clock: string;
  readonly key: string;
  /** ISO 8601; absent while it is held and where the calendar is missing. */
  readonly dueAt?: string;
  readonly wasDueAt?: string;
  readonly taskId?: string;
  readonly nodeId?: string;
  /** Who should know. */
  readonly personIds: readonly string[];
};

/** What happens to clocks. All belong to a case; the reason stands with the event. */
export const deadlineEvents = {
  armed: defineEvent<ClockTold>('deadline', 'armed'),
  held: defineEvent<ClockTold & { cause: string }>('deadline', 'held'),
  resumed: defineEvent<ClockTold>('deadline', 'resumed'),
  /** Missing materials were asked for; the clock of the review stands still until they are there. */
  supplementAsked: defineEvent<ClockTold & { materials: readonly string[] }>('deadline', 'supplementAsked'),
  /** They are there. `personIds` names who had asked. */
  supplementHandedIn: defineEvent<ClockTold>('deadline', 'supplementHandedIn'),
  /** `askedOf`: principals of those who may answer. */
  extensionRequested: defineEvent<ClockTold & { amount: number; requestId: string; askedOf: readonly string[] }>(
    'deadline',
    'extensionRequested',
  ),
  extensionRefused: defineEvent<ClockTold & { requestId: string }>('deadline', 'extensionRefused'),
  extended: defineEvent<ClockTold & { amount: number }>('deadline', 'extended'),
  recomputed: defineEvent<ClockTold & { calendarId: string }>('deadline', 'recomputed'),
  /** `days`: working days to the last day; negative when it is over. */
  reminded: defineEvent<ClockTold & { days: number }>('deadline', 'reminded'),
  escalated: defineEvent<ClockTold & { role: string }>('deadline', 'escalated'),
  /** The last day has ended. `act` is what the drawing wants to happen then. */
  expired: defineEvent<ClockTold & { act: string }>('deadline', 'expired'),
  /** A signer has not voted in time and got this vote: `ABSTAIN` or `AGREE`. */
  seatExpired: defineEvent<ClockTold & { vote: string }>('deadline', 'seatExpired'),
  cancelled: defineEvent<ClockTold & { cause: string }>('deadline', 'cancelled'),
  periodsPublished: defineEvent<{ version: number; hash: string }>('deadline', 'periodsPublished'),
};
