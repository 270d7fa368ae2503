import type { Choice, Vote } from './tally.rules';

/**
 * Where a seat stands. `WAITING_AFTER`: its holder has agreed and asked others to sign after; still open for the count.
 * `TAKEN_BACK`: the vote was taken back, another seat stands in its place. `DONE`: answered, and no vote.
 */
export type SeatStatus =
  'NOT_STARTED' | 'PENDING' | 'WAITING_AFTER' | 'AGREE' | 'AGAINST' | 'ABSTAIN' | 'REMOVED' | 'CANCELLED' | 'TAKEN_BACK' | 'DONE';

/** What a seat is: a vote of the node, a vote that was added, or work for the holder of another seat. */
export type SeatKind = 'MAIN' | 'ADDED' | 'ADVICE' | 'BEFORE' | 'AFTER' | 'REWORK';

/** How several people take their turns. */
export type SeatOrder = 'parallel' | 'sequential';

/** A seat of a visit. */
export interface Seat {
  /** Id of its task, from the time it starts. */
  readonly id: string;
  readonly instanceId: string;
  readonly nodeId: string;
  /** Task of the visit. All sums are within one visit. */
  readonly visitId: string;
  readonly kind: SeatKind;
  readonly status: SeatStatus;
  readonly personId: string;
  /** Person the rule of the node named; stays when the seat is transferred. */
  readonly firstPersonId: string;
  readonly orderNo: number;
  readonly weight: number;
  readonly hasVeto: boolean;
  readonly isMandatory: boolean;
  /** Starts when all others have decided. */
  readonly isChair: boolean;
  /** Work for others: the task whose holder asked. */
  readonly askedBy?: string;
  /** Work for others: the group that was asked at once. */
  readonly askId?: string;
  /** Who added it, when the rule of the node did not. */
  readonly addedBy?: string;
}

const CHOICES: Partial<Record<SeatStatus, Choice>> = { AGREE: 'agree', AGAINST: 'against', ABSTAIN: 'abstain' };
const STATUS_OF: Readonly<Record<Choice, SeatStatus>> = { agree: 'AGREE', against: 'AGAINST', abstain: 'ABSTAIN' };
const OUT: readonly SeatStatus[] = ['REMOVED', 'CANCELLED', 'TAKEN_BACK'];
const OPEN: readonly SeatStatus[] = ['NOT_STARTED', 'PENDING', 'WAITING_AFTER'];

const NEXT: Readonly<Record<SeatStatus, readonly SeatStatus[]>> = {
  NOT_STARTED: ['PENDING', 'REMOVED', 'CANCELLED'],
  PENDING: ['AGREE', 'AGAINST', 'ABSTAIN', 'WAITING_AFTER', 'DONE', 'REMOVED', 'CANCELLED'],
  WAITING_AFTER: ['AGREE', 'AGAINST', 'CANCELLED'],
  AGREE: ['TAKEN_BACK'],
  AGAINST: ['TAKEN_BACK'],
  ABSTAIN: ['TAKEN_BACK'],
  REMOVED: [],
  CANCELLED: [],
  TAKEN_BACK: [],
  DONE: [],
};

/** True when a seat may go from one state to the other. What is decided never becomes open again: another seat takes its place. */
export function mayBecome(from: SeatStatus, to: SeatStatus): boolean {
  return NEXT[from].includes(to);
}

/** The state of a seat after a choice. */
export function statusOf(choice: Choice): SeatStatus {
  return STATUS_OF[choice];
}

/** What was decided at a seat; undefined while it is open. */
export function choiceOf({ status }: Pick<Seat, 'status'>): Choice | undefined {
  return CHOICES[status];
}

/** True when its holder has said all there is to say at it: a vote, or answers to the form of the step. */
export function hasSpoken(seat: Pick<Seat, 'kind' | 'status'>): boolean {
  return isOfStep(seat) && (choiceOf(seat) !== undefined || seat.status === 'DONE');
}

/** True while nothing was decided and nobody has ended it. */
export function isOpenSeat({ status }: Pick<Seat, 'status'>): boolean {
  return OPEN.includes(status);
}

/** The seats that count: those of the node and those added, without what was removed, in order. */
export function votingSeats(seats: readonly Seat[]): readonly Seat[] {
  return inOrder(seats.filter((seat) => isOfStep(seat) && !OUT.includes(seat.status)));
}

/** What the count sees of seats. */
export function votesOf(seats: readonly Seat[]): readonly Vote[] {
  return seats.map((seat) => {
    const choice = choiceOf(seat);
    const { weight, hasVeto, isMandatory } = seat;
    return { weight, hasVeto, isMandatory, ...(choice && { choice }), ...(seat.status === 'DONE' && { isAnswered: true }) };
  });
}

/** Seats whose turn it is now and that have not begun. A chair waits for all others, whatever the order. */
export function startable(seats: readonly Seat[], order: SeatOrder): readonly Seat[] {
  const [chairs, others] = [seats.filter(({ isChair }) => isChair), seats.filter(({ isChair }) => !isChair)];
  const open = inOrder(others.filter(isOpenSeat));
  if (open.length === 0) return notStarted(chairs);
  return order === 'parallel' ? notStarted(open) : notStarted(open.slice(0, 1));
}

/** A person who must not get another seat of the visit: holds open work in it, or has spoken. */
export function isTaken(seats: readonly Seat[], personId: string): boolean {
  return seats.some((seat) => seat.personId === personId && (isOpenSeat(seat) || hasSpoken(seat)));
}

/** A seat of the step itself, not work for the holder of one. */
function isOfStep({ kind }: Pick<Seat, 'kind'>): boolean {
  return kind === 'MAIN' || kind === 'ADDED';
}

function notStarted(seats: readonly Seat[]): readonly Seat[] {
  return seats.filter(({ status }) => status === 'NOT_STARTED');
}

function inOrder(seats: readonly Seat[]): readonly Seat[] {
  return [...seats].sort((one, other) => one.orderNo - other.orderNo || (one.id < other.id ? -1 : 1));
}
