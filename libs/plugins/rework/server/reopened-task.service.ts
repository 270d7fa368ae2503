import { Injectable } from '@nestjs/common';
import { Directory, type InstanceView, principalsOf, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';

/** Gives steps that wait again to the right people. */
@Injectable()
export class ReopenedTaskService {
  constructor(
    private readonly tasks: Tasks,
    private readonly directory: Directory,
  ) {}

  /** The open task of a visit. */
  async find(tx: Tx, instanceId: string, executionId: string): Promise<TaskView | undefined> {
    const tasks = await this.tasks.ofInstance(tx, instanceId);
    return tasks.find((task) => task.kind === 'VISIT' && task.executionId === executionId && isOpen(task));
  }

  /**
   * Gives the visit to a person who did it before, if that person is still there. Otherwise it stays with whom the drawing gave it to,
   * in the last resort the operators. A visit of several signers keeps its signers.
   */
  async give(tx: Tx, task: TaskView, personId: string | undefined): Promise<TaskView> {
    if (personId === undefined || task.mark === 'seats' || task.assigneeId === personId) return task;
    const person = await this.directory.find(tx, personId);
    if (!person?.active) return task;
    return this.tasks.assign(tx, task.id, { assigneeId: personId, candidates: task.candidates });
  }

  /** Every step that waits again goes to whoever did it last. Answers the task of the step that is to be corrected. */
  async handOut(tx: Tx, at: { before: InstanceView; instance: InstanceView; nodeId: string }): Promise<TaskView | undefined> {
    const known = new Set(at.before.waiting.map(({ executionId }) => executionId));
    const tasks = await this.tasks.ofInstance(tx, at.instance.id);
    let found: TaskView | undefined;
    for (const { executionId, nodeId } of at.instance.waiting.filter((wait) => !known.has(wait.executionId))) {
      const task = await this.find(tx, at.instance.id, executionId);
      if (!task) continue;
      const last = tasks.filter((one) => one.kind === 'VISIT' && one.nodeId === nodeId && one.state === 'DONE').at(-1);
      const given = await this.give(tx, task, last?.endedBy);
      if (nodeId === at.nodeId) found = given;
    }
    return found;
  }

  /** True when the person is still there and still belongs to those the step is offered to; without candidates it was given by name. */
  async isFit(tx: Tx, personId: string, candidates: readonly string[]): Promise<boolean> {
    const person = await this.directory.find(tx, personId);
    if (!person?.active) return false;
    if (candidates.length === 0) return true;
    const actor = await this.directory.actor(tx, personId);
    return actor !== undefined && principalsOf(actor).some((principal) => candidates.includes(principal));
  }
}

const isOpen = ({ state }: TaskView): boolean => state === 'READY' || state === 'ASSIGNED';
