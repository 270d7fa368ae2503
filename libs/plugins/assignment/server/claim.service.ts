import { Injectable } from '@nestjs/common';
import { Directory, type TaskView, Tasks, type Tx } from '@fashen/plugin-api';
import { assignmentErrors, assignmentEvents, claimState, Duties, type HandOnBody, isCandidate } from '../model';
import { LockedTaskService } from './locked-task.service';

/** Changes who holds a task: claim, release, hand on. Duties apart are checked at every change of holder. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly tasks: Tasks,
    private readonly locked: LockedTaskService,
    private readonly directory: Directory,
    private readonly duties: Duties,
  ) {}

  /** Makes the actor the holder. Of several claims exactly one wins; the others learn who was faster and when. */
  async claim(tx: Tx, taskId: string): Promise<TaskView> {
    const task = await this.locked.ofPerson(tx, taskId);
    const state = claimState(task, tx.actor);
    if (state === 'mine') return task;
    if (state === 'taken') throw assignmentErrors.ALREADY_CLAIMED(await this.winnerOf(tx, task));
    if (state === 'foreign') throw assignmentErrors.NOT_A_CANDIDATE({ taskId });

    // Of a task that has ended the claimant learns who ended it and when, whatever the duties say: `assign` refuses.
    if (state === 'free') await this.duties.requireMayTake(tx, task, tx.actor.personId);
    const claimed = await this.tasks.assign(tx, taskId, { assigneeId: tx.actor.personId, candidates: task.candidates });
    tx.emit(assignmentEvents.claimed({ taskId, nodeId: task.nodeId }, { instanceId: task.instanceId }));
    return claimed;
  }

  /** Puts a claimed task back into its queue. One that is there already is answered to those it was offered to. */
  async release(tx: Tx, taskId: string): Promise<TaskView> {
    const task = await this.locked.ofPerson(tx, taskId);
    if (task.state === 'ASSIGNED' && task.assigneeId !== tx.actor.personId) throw assignmentErrors.NOT_THE_HOLDER({ taskId });
    if (task.state === 'READY' && !isCandidate(task, tx.actor)) throw assignmentErrors.NOT_A_CANDIDATE({ taskId });
    if (task.state === 'READY') return task;
    if (task.candidates.length === 0) throw assignmentErrors.NOT_RELEASABLE({ taskId });

    const released = await this.tasks.assign(tx, taskId, { candidates: task.candidates });
    tx.emit(assignmentEvents.released({ taskId, nodeId: task.nodeId }, { instanceId: task.instanceId }));
    return released;
  }

  /** Gives a task to another person. For operators, when nobody fitted or the holder is away. */
  async handOn(tx: Tx, taskId: string, body: HandOnBody): Promise<TaskView> {
    if (body.assigneeId === tx.actor.personId) throw assignmentErrors.HAND_ON_ONLY({ taskId });
    const task = await this.locked.lock(tx, taskId);
    const person = await this.directory.find(tx, body.assigneeId);
    if (!person?.active) throw assignmentErrors.TARGET_INACTIVE({ personId: body.assigneeId });

    await this.duties.requireMayTake(tx, task, person.id);
    const handedOn = await this.tasks.assign(tx, taskId, { assigneeId: person.id, candidates: task.candidates }, body.reason);
    const payload = { taskId, nodeId: task.nodeId, assigneeId: person.id };
    tx.emit(assignmentEvents.handedOn(payload, { instanceId: task.instanceId, reason: body.reason }));
    return handedOn;
  }

  private async winnerOf(tx: Tx, task: TaskView): Promise<{ taskId: string; by?: string; byName?: string; at?: string }> {
    const winner = task.assigneeId === undefined ? undefined : await this.directory.find(tx, task.assigneeId);
    return { taskId: task.id, by: task.assigneeId, byName: winner?.name, at: task.assignedAt?.toISOString() };
  }
}
