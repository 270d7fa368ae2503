import { Injectable } from '@nestjs/common';
import { Tasks, type Tx } from '@fashen/plugin-api';
import { type Clock, type ClockTold, holdersOf, isOpen, mustAct } from '../model';

/** What events say about a clock, and who should know. */
@Injectable()
export class ClockTellerService {
  constructor(private readonly tasks: Tasks) {}

  /** `before` is the clock before the change. */
  async told(tx: Tx, clock: Clock, before?: Clock): Promise<ClockTold> {
    const { id: clockId, name, key, dueAt, taskId, nodeId } = clock;
    return {
      ...{ clockId, clock: name, key },
      ...(dueAt !== undefined && { dueAt: new Date(dueAt).toISOString() }),
      ...(before?.dueAt !== undefined && { wasDueAt: new Date(before.dueAt).toISOString() }),
      ...(taskId && { taskId }),
      ...(nodeId && { nodeId }),
      personIds: await this.concerned(tx, clock),
    };
  }

  /** Who must act for this clock: of a signer's clock that signer or who was asked in their place; without a step everybody with open work. */
  async concerned(tx: Tx, { instanceId, executionId, taskId, settings }: Clock): Promise<readonly string[]> {
    const tasks = await this.tasks.ofInstance(tx, instanceId);
    const here = executionId === undefined ? tasks : tasks.filter((task) => task.executionId === executionId);
    return mustAct(here, settings.isSeat ? taskId : undefined);
  }

  /** The holder of the step itself, or the signer whose clock it is. */
  async owners(tx: Tx, { instanceId, executionId, taskId, settings }: Clock): Promise<readonly string[]> {
    const tasks = (await this.tasks.ofInstance(tx, instanceId)).filter((task) => task.executionId === executionId);
    return holdersOf(tasks.filter((task) => (settings.isSeat ? task.id === taskId : task.kind === 'VISIT' && isOpen(task))));
  }
}
