import { Injectable } from '@nestjs/common';
import { type OperationOffer, TaskOperations, type TaskView, type Tx } from '@fashen/plugin-api';
import { ExtensionRegistry } from '../plugin-host/extension-registry';

/** Asks the operations of all plugins about a task. */
@Injectable()
export class TaskOperationsService extends TaskOperations {
  constructor(private readonly extensions: ExtensionRegistry) {
    super();
  }

  async offers(tx: Tx, task: TaskView): Promise<readonly OperationOffer[]> {
    const offers: OperationOffer[] = [];
    for (const operation of this.extensions.operations) {
      const offer = await operation.offer(tx, task);
      if (offer) offers.push(offer);
    }
    return offers;
  }
}
