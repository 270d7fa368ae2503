import { Injectable } from '@nestjs/common';
import { Instances, type InstanceView, type JsonObject, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { isFilledInByEach } from '@fashen/plugins/assignment/model';
import { type PartSubmission, SharedForms } from '@fashen/plugins/form/model';
import { approvalEvents, type Seat } from '../model';
import { type Desk, DeskService, isOwnWork } from './desk.service';
import { SeatWork } from './seat-work';

/** Steps that each fills in for themselves: the answers of one person end that person's seat, and the last of them the step. */
@Injectable()
export class AnswerService extends SharedForms {
  constructor(
    private readonly desks: DeskService,
    private readonly instances: Instances,
    private readonly tasks: Tasks,
    private readonly seats: SeatWork,
  ) {
    super();
  }

  /** Votes for nothing. What a person may do at a seat holds here as for a vote: the own one, once, in turn, while nobody is asked. */
  async submit(tx: Tx, task: TaskView, { data, ...expect }: PartSubmission): Promise<InstanceView | undefined> {
    const step = (await this.instances.model(tx, task.instanceId)).elements.get(task.nodeId);
    if (!isOwnWork(task) || !isFilledInByEach(step)) return undefined;
    const desk = await this.desks.lockFor(tx, task.id, expect);
    const seat = await this.seats.tasks.ownSeat(tx, desk);
    await this.desks.requireOnce(tx, desk);
    await this.answer(tx, desk, seat, data);
    await this.seats.counts.settle(tx, desk.visit, desk.rule);
    return this.instances.require(tx, task.instanceId);
  }

  private async answer(tx: Tx, { visit }: Desk, seat: Seat, answer: JsonObject): Promise<void> {
    await this.seats.rows.setStatus(tx, [seat.id], 'DONE');
    await this.tasks.endSeat(tx, seat.id, { state: 'DONE', outcome: { answer }, submission: answer });
    const { id: taskId, personId } = seat;
    const payload = { taskId, nodeId: visit.nodeId, visitId: visit.id, personId };
    tx.emit(approvalEvents.partFilledIn(payload, { instanceId: visit.instanceId }));
  }
}
