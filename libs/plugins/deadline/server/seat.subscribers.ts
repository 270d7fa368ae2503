import { Injectable } from '@nestjs/common';
import { type EventSubscriber, Tasks, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { isOpen } from '../model';
import { SeatClocksService } from './seat-clocks.service';

const textAt = ({ payload }: WorkflowEvent, name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};

/** A signer's turn begins, and with it their time. */
@Injectable()
export class SeatBeginSubscriber implements EventSubscriber {
  readonly event = 'engine.taskCreated';
  readonly when = 'inTransaction';

  constructor(
    private readonly tasks: Tasks,
    private readonly seats: SeatClocksService,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const event of events) {
      if (event.payload['kind'] !== 'SEAT') continue;
      const seat = await this.tasks.find(tx, textAt(event, 'taskId'));
      if (seat && isOpen(seat)) await this.seats.begin(tx, seat);
    }
  }
}

/** A signer has voted or was taken away: their time ends. */
@Injectable()
export class SeatEndSubscriber implements EventSubscriber {
  readonly event = 'engine.*';
  readonly when = 'inTransaction';

  constructor(private readonly seats: SeatClocksService) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const event of events) {
      const { name, instanceId = '', payload } = event;
      const isCancelled = name === 'engine.taskCancelled' || payload['state'] === 'CANCELLED';
      if (payload['kind'] !== 'SEAT' || (name !== 'engine.seatEnded' && name !== 'engine.taskCancelled')) continue;
      await this.seats.end(tx, instanceId, textAt(event, 'taskId'), isCancelled ? 'CANCELLED' : 'ENDED');
    }
  }
}
