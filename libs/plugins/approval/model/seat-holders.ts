import type { Tx } from '@fashen/plugin-api';

/** A seat whose turn has not come: there is no task yet, but somebody will get it. */
export interface WaitingSeat {
  readonly id: string;
  readonly visitId: string;
  readonly instanceId: string;
  readonly nodeId: string;
  readonly personId: string;
}

/** Who holds the seats of signers, for plugins that give the work of one person to another. */
export abstract class SeatHolders {
  /** Seats of this person that wait for their turn, in cases that are not over. */
  abstract waitingOf(tx: Tx, personId: string): Promise<readonly WaitingSeat[]>;
  /** A seat that still waits for its turn; absent when it has begun, or is gone. */
  abstract findWaiting(tx: Tx, seatId: string): Promise<WaitingSeat | undefined>;
  /** Refuses a person who has another seat of the same visit, or has voted in it. A task that is no seat passes. */
  abstract requireFree(tx: Tx, seatId: string, personId: string): Promise<void>;
  /** Gives a waiting seat to another person. The caller holds the case and has checked the person, `requireFree` is asked here. */
  abstract handOn(tx: Tx, seat: WaitingSeat, personId: string): Promise<void>;
}
