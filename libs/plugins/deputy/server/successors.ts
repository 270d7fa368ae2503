import { Injectable, Optional } from '@nestjs/common';
import { Directory, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { SeatHolders } from '@fashen/plugins/approval/model';
import { Duties } from '@fashen/plugins/assignment/model';
import { deputyErrors } from '../model';

/** Who may take over. */
@Injectable()
export class Successors {
  constructor(
    private readonly directory: Directory,
    private readonly duties: Duties,
    private readonly tasks: Tasks,
    @Optional() private readonly seats?: SeatHolders,
  ) {}

  async requireActive(tx: Tx, personId: string): Promise<void> {
    if (!(await this.directory.find(tx, personId))?.active) throw deputyErrors.TARGET_INACTIVE({ personId });
  }

  async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }

  /** There, alone in the visit, and not kept apart by duties. */
  async requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void> {
    await this.requireActive(tx, personId);
    const visit = (await this.tasks.ofInstance(tx, task.instanceId)).filter(({ executionId }) => executionId === task.executionId);
    if (visit.some(({ state, assigneeId }) => state === 'ASSIGNED' && assigneeId === personId))
      throw deputyErrors.ONE_PERSON_ONE_SEAT({ step: task.nodeName });
    await this.seats?.requireFree(tx, task.id, personId);
    await this.duties.requireMayTake(tx, task, personId);
  }

  /** The same for a seat that waits for its turn and has no task yet; whether the seat is free is asked when it is handed on. */
  async requireMayTakeTurn(tx: Tx, visitId: string, personId: string): Promise<void> {
    await this.requireMayTake(tx, await this.tasks.require(tx, visitId), personId);
  }
}
