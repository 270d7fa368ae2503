import { Injectable } from '@nestjs/common';
import type { OperationOffer, TaskOperation, TaskView, Tx } from '@fashen/plugin-api';
import { circulateErrors } from '../model';
import { UrgingService } from './urging.service';

/** Refusals for which nobody would look for the button at all. */
const NOT_OFFERED: readonly string[] = [
  circulateErrors.NOT_ALLOWED_TO_URGE.code,
  circulateErrors.OWN_TASK.code,
  circulateErrors.TASK_CLOSED.code,
];

/** 催办. */
@Injectable()
export class UrgeOperation implements TaskOperation {
  constructor(private readonly urging: UrgingService) {}

  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    const refusal = await this.urging.refusalOf(tx, task);
    if (!refusal) return { id: 'circulate.urge' };
    return NOT_OFFERED.includes(refusal.code) ? undefined : { id: 'circulate.urge', reason: refusal.code, params: refusal.params };
  }
}

/** 抄送. Whoever sees the task sees its case, and may send it on. */
@Injectable()
export class CopyOperation implements TaskOperation {
  offer(): Promise<OperationOffer> {
    return Promise.resolve({ id: 'circulate.copy' });
  }
}

/** 传阅. */
@Injectable()
export class CirculationOperation implements TaskOperation {
  offer(): Promise<OperationOffer> {
    return Promise.resolve({ id: 'circulate.circulate' });
  }
}
