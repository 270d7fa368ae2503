import { Injectable } from '@nestjs/common';
import { Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import type { Clock, ClockTold } from '../model';

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

  /**
   * Who must act: the people asked for advice or to sign first, then the signers, then the holder of the step; of a clock without a step
   * whoever holds an open task of the case.
   */
  async concerned(tx: Tx, { instanceId, executionId }: Clock): Promise<readonly string[]> {
    const open = (await this.tasks.ofInstance(tx, instanceId)).filter(isOpen);
    const here = executionId === undefined ? open : open.filter((task) => task.executionId === executionId);
    const parts = here.filter(({ kind }) => kind !== 'VISIT');
    const asked = parts.filter(({ kind }) => kind !== 'SEAT');
    return holdersOf(asked.length > 0 ? asked : parts.length > 0 ? parts : here);
  }

  /** The holder of the step itself. */
  async owners(tx: Tx, { instanceId, executionId }: Clock): Promise<readonly string[]> {
    const tasks = await this.tasks.ofInstance(tx, instanceId);
    return holdersOf(tasks.filter((task) => task.executionId === executionId && task.kind === 'VISIT'));
  }
}

/** True while somebody may still do it. */
export const isOpen = ({ state }: TaskView): boolean => state === 'READY' || state === 'ASSIGNED';

const holdersOf = (tasks: readonly TaskView[]): readonly string[] => [
  ...new Set(tasks.flatMap(({ assigneeId }) => (assigneeId ? [assigneeId] : []))),
];
