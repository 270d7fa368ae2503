import { Injectable } from '@nestjs/common';
import type { JobHandler, Tx } from '@fashen/plugin-api';
import { HandOverItemService } from './hand-over-item.service';

/** Type of the job that hands over one entry. */
export const HAND_OVER_JOB = 'deputy.handOver';

/** One entry per job: each has a transaction of its own, and what was done is done once however often the server dies. */
@Injectable()
export class HandOverJob implements JobHandler<{ itemId: string }> {
  readonly type = HAND_OVER_JOB;

  constructor(private readonly items: HandOverItemService) {}

  run(tx: Tx, { itemId }: { itemId: string }): Promise<void> {
    return this.items.settle(tx, itemId);
  }
}
