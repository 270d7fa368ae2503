import type { SeatKind, SeatOrder, SeatStatus } from './seat.rules';
import type { Sums, Verdict } from './tally.rules';

/** One seat as the board shows it. */
export interface BoardSeat {
  readonly id: string;
  readonly kind: SeatKind;
  readonly status: SeatStatus;
  readonly personId: string;
  readonly personName?: string;
  readonly orderNo: number;
  readonly weight: number;
  readonly hasVeto: boolean;
  readonly isMandatory: boolean;
  readonly isChair: boolean;
  /** Whose seat it works for. */
  readonly askedBy?: string;
  /** `delegated` or `blocked` while the holder waits for others. */
  readonly mark?: string;
  readonly opinion?: string;
  readonly endedAt?: string;
  /** Name of the deputy who decided for the holder. */
  readonly deputyName?: string;
  /** The actor may remove it now. */
  readonly mayRemove: boolean;
}

/** `GET /tasks/:id/board`: everybody who signs at one visit, with sums. */
export interface Board {
  readonly visitId: string;
  readonly nodeName: string;
  readonly isOpen: boolean;
  /** The case went away before there was a result: the votes given here do not count. */
  readonly isVoid: boolean;
  readonly verdict: Verdict;
  readonly sums: Sums;
  /** Votes that make it pass, as it stands now; absent where the first decides, and where nobody votes. */
  readonly needed?: number;
  /** The same as people read it: `2/3` or `3`. */
  readonly threshold: string;
  readonly order: SeatOrder;
  readonly mode: string;
  readonly seats: readonly BoardSeat[];
}
