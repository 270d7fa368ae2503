import type { Wire } from '@fashen/ui';
import type { Board } from '../model';

/** The board as the server sends it. */
export type WireBoard = Wire<Board>;
/** One seat of it. */
export type WireSeat = WireBoard['seats'][number];

/** A seat with the work that others do for its holder. */
export interface SeatGroup {
  readonly seat: WireSeat;
  readonly asked: readonly WireSeat[];
}

/** Seats in their order, each with those who were asked for it below. Work whose asker has no seat stands alone. */
export function groupsOf(seats: readonly WireSeat[]): readonly SeatGroup[] {
  const ids = new Set(seats.map(({ id }) => id));
  const isBelow = ({ askedBy }: WireSeat): boolean => askedBy !== undefined && ids.has(askedBy);
  return seats.filter((seat) => !isBelow(seat)).map((seat) => ({ seat, asked: seats.filter(({ askedBy }) => askedBy === seat.id) }));
}

const TAKES_PART: readonly WireSeat['status'][] = ['NOT_STARTED', 'PENDING', 'WAITING_AFTER'];

/** Ids of those who still have a part in the step: nobody gets a second one. */
export function busyPeople(seats: readonly WireSeat[]): readonly string[] {
  return seats.filter(({ status }) => TAKES_PART.includes(status)).map(({ personId }) => personId);
}

/** Parts of the bar in percent, and where the votes suffice. */
export interface BarShares {
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
  /** Absent where the first who decides decides for all. */
  readonly mark?: number;
}

/** How far the vote is, as parts of all votes. */
export function sharesOf({ sums, needed }: Pick<WireBoard, 'sums' | 'needed'>): BarShares {
  const part = (votes: number): number => (sums.all === 0 ? 0 : Math.min(100, (100 * votes) / sums.all));
  const { agree, against, abstain } = sums;
  return {
    ...{ agree: part(agree), against: part(against), abstain: part(abstain) },
    ...(needed !== undefined && { mark: part(needed) }),
  };
}

/** Votes that are still missing; absent once it is decided, or where the first decides. */
export function missingVotes({ verdict, needed, sums }: Pick<WireBoard, 'verdict' | 'needed' | 'sums'>): number | undefined {
  return verdict === 'open' && needed !== undefined && needed > sums.agree ? needed - sums.agree : undefined;
}

/** Who asks the holder of a seat. */
export function askerOf(seats: readonly WireSeat[], own: WireSeat): { readonly kind: WireSeat['kind']; readonly who: string } | undefined {
  const asker = own.askedBy === undefined ? undefined : seats.find(({ id }) => id === own.askedBy);
  return asker && { kind: own.kind, who: asker.personName ?? asker.personId };
}

const SPOKEN_OF: readonly WireSeat['status'][] = ['NOT_STARTED', 'PENDING', 'DONE'];

/** The words for the state of a seat. Where each fills in a form nobody has voted. */
export function statusKeyOf({ kind, status }: Pick<WireSeat, 'kind' | 'status'>, isEach: boolean): string {
  const isPart = isEach && (kind === 'MAIN' || kind === 'ADDED') && SPOKEN_OF.includes(status);
  return `${isPart ? 'part.status' : 'status'}.${status}`;
}

/** Where a step stands that each fills in, and whose turn it is. */
export function partStanding({ verdict, isOpen, order, seats }: Pick<WireBoard, 'verdict' | 'isOpen' | 'order' | 'seats'>): {
  readonly textKey: string;
  readonly who: readonly string[];
} {
  if (verdict === 'answered') return { textKey: 'part.all', who: [] };
  if (!isOpen) return { textKey: 'part.over', who: [] };
  const open = seats.filter(({ kind, status }) => (kind === 'MAIN' || kind === 'ADDED') && status === 'PENDING');
  const who = open.map(({ personName, personId }) => personName ?? personId);
  return { textKey: order === 'sequential' ? 'part.turn' : 'part.open', who };
}
