import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { approvalErrors, isTaken, type Seat, SeatHolders, type WaitingSeat } from '../model';
import { ApprovalRepository } from './approval.repository';

/** Keeps to one person one seat, whoever changes the holder. */
@Injectable()
export class SeatHoldersService extends SeatHolders {
  constructor(private readonly repository: ApprovalRepository) {
    super();
  }

  waitingOf(tx: Tx, personId: string): Promise<readonly WaitingSeat[]> {
    return this.repository.waitingOf(tx, personId);
  }

  async findWaiting(tx: Tx, seatId: string): Promise<WaitingSeat | undefined> {
    const seat = await this.repository.find(tx, seatId);
    return seat?.status === 'NOT_STARTED' ? seat : undefined;
  }

  async requireFree(tx: Tx, seatId: string, personId: string): Promise<void> {
    const seat = await this.repository.find(tx, seatId);
    if (seat) await this.requireNotTaken(tx, seat, personId);
  }

  async handOn(tx: Tx, { id }: WaitingSeat, personId: string): Promise<void> {
    await this.requireFree(tx, id, personId);
    await this.repository.setPerson(tx, id, personId);
  }

  private async requireNotTaken(tx: Tx, { id, visitId }: Seat, personId: string): Promise<void> {
    const others = (await this.repository.ofVisit(tx, visitId)).filter((one) => one.id !== id);
    if (isTaken(others, personId)) throw approvalErrors.DUPLICATE_SIGNER({ personId });
  }
}
