import { Injectable } from '@nestjs/common';
import { type TaskView, type Tx, type ProcessModel } from '@fashen/plugin-api';
import {
  type MovedReply,
  type ReasonBody,
  returnSettings,
  reworkErrors,
  reworkEvents,
  takingBackRefusal,
  type TakingBackRefusal,
} from '../model';
import { FrameService } from './frame.service';
import { CaseEngine, ReworkRows, TaskPeople } from './bundles';

/** Lets people take back what they have just done. */
@Injectable()
export class TakingBackService {
  constructor(
    private readonly engine: CaseEngine,
    private readonly people: TaskPeople,
    private readonly rows: ReworkRows,
    private readonly stack: FrameService,
  ) {}

  /** Reopens a task of the actor, as long as nobody has begun with what came of it. */
  async takeBack(tx: Tx, taskId: string, { reason }: ReasonBody): Promise<MovedReply> {
    const { task, model, instance } = await this.people.held.lock(tx, taskId);
    if (task.kind !== 'VISIT' || task.state !== 'DONE' || task.endedBy !== tx.actor.personId) throw reworkErrors.NOT_YOUR_ACT({ taskId });
    const refusal = instance.status === 'RUNNING' ? await this.refusalOf(tx, task, model) : undefined;
    if (refusal) throw await this.errorOf(tx, refusal);

    const seenBy = (await this.rows.notes.openingsOf(tx, task.instanceId)).map(({ personId }) => personId);
    const move = { instanceId: task.instanceId, reopen: [task.executionId], cause: 'takeBack' as const, reason };
    const moved = await this.engine.moves.back(tx, move);
    const known = new Set(instance.waiting.map(({ executionId }) => executionId));
    const again = moved.waiting.find(({ nodeId, executionId }) => nodeId === task.nodeId && !known.has(executionId));
    const opened = again && (await this.people.reopened.find(tx, task.instanceId, again.executionId));
    if (opened) await this.people.reopened.give(tx, opened, tx.actor.personId);
    await this.engine.tasks.mark(tx, taskId, 'taken-back');
    const payload = { taskId, nodeId: task.nodeId, seenBy, ...(opened && { newTaskId: opened.id }) };
    tx.emit(reworkEvents.takenBack(payload, { instanceId: task.instanceId, reason }));
    await this.stack.settle(tx, task.instanceId);
    return { instanceId: task.instanceId, waiting: moved.waiting };
  }

  /** What stands against taking back the end of this task. */
  async refusalOf(tx: Tx, task: TaskView, model: ProcessModel): Promise<TakingBackRefusal | undefined> {
    return takingBackRefusal({
      task,
      survey: await this.engine.moves.survey(tx, task.instanceId),
      tasks: await this.engine.tasks.ofInstance(tx, task.instanceId),
      openings: await this.rows.notes.openingsOf(tx, task.instanceId),
      settings: returnSettings(model, task.nodeId),
    });
  }

  /** The refusal in words, with the name of whoever was faster. */
  async errorOf(tx: Tx, { reason, nodeName, personId, at }: TakingBackRefusal): Promise<ReturnType<(typeof reworkErrors)['NOT_THE_LAST']>> {
    const byName = personId === undefined ? undefined : await this.people.held.nameOf(tx, personId);
    return reworkErrors[reason]({ step: nodeName, by: personId, byName, at: at?.toISOString() });
  }
}
