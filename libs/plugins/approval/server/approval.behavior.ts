import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Step, Tx } from '@fashen/plugin-api';
import { NodePeople, type NodePerson } from '@fashen/plugins/assignment/model';
import {
  approvalErrors,
  approvalEvents,
  marksOf,
  type Seat,
  SIGN,
  type SignRule,
  signRuleOf,
  startable,
  verdictOf,
  votesOf,
  votingSeats,
} from '../model';
import { ApprovalRepository } from './approval.repository';

/** A step that several people sign: each gets a seat when it begins, and it ends only when their votes are decided. */
@Injectable()
export class ApprovalBehavior implements ActivityBehavior {
  readonly extension = SIGN;

  constructor(
    private readonly people: NodePeople,
    private readonly repository: ApprovalRepository,
  ) {}

  async onWait(tx: Tx, activity: Activity): Promise<Step> {
    if (!activity.taskId) return { kind: 'wait' };
    const named = await this.people.namedAt(tx, activity);
    const rule = signRuleOf(activity.extension);
    const seats = seatsFor(activity, activity.taskId, named, rule);
    // Nobody: the assignment of the step says who looks after it.
    if (seats.length === 0) return { kind: 'wait' };

    const begun = new Set(startable(seats, rule.order).map(({ id }) => id));
    await this.repository.add(
      tx,
      seats.map((seat) => (begun.has(seat.id) ? { ...seat, status: 'PENDING' } : seat)),
    );
    tellOpened(tx, activity, seats, named);
    const started = seats.filter(({ id }) => begun.has(id));
    return { kind: 'wait', task: { seats: started.map(({ id, personId }) => ({ id, kind: 'SEAT', assigneeId: personId })) } };
  }

  /** However somebody tries to end it: first the signers decide. */
  async onComplete(tx: Tx, activity: Activity): Promise<void> {
    const seats = votingSeats(activity.taskId ? await this.repository.ofVisit(tx, activity.taskId) : []);
    if (seats.length === 0 || verdictOf(votesOf(seats), signRuleOf(activity.extension)) === 'open')
      throw approvalErrors.NOT_DECIDED({ nodeId: activity.nodeId, step: activity.nodeName });
  }
}

function seatsFor({ instanceId, nodeId }: Activity, visitId: string, named: readonly NodePerson[], rule: SignRule): readonly Seat[] {
  return named
    .filter(({ refusal }) => !refusal)
    .map(({ person }, index) => ({
      ...{ id: randomUUID(), instanceId, nodeId, visitId, kind: 'MAIN', status: 'NOT_STARTED', orderNo: index + 1 },
      ...{ personId: person.id, firstPersonId: person.id },
      ...marksOf(person, rule.settings),
    }));
}

function tellOpened(tx: Tx, { instanceId, nodeId, taskId = '' }: Activity, seats: readonly Seat[], named: readonly NodePerson[]): void {
  const signers = seats.map(({ personId, weight }) => ({ person: personId, weight }));
  const leftOut = named.flatMap(({ person, refusal }) => (refusal ? [{ person: person.id, code: refusal.code }] : []));
  tx.emit(approvalEvents.seatsOpened({ taskId, nodeId, signers, leftOut }, { instanceId }));
}
