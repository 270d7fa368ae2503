import { Injectable } from '@nestjs/common';
import { Instances, type OperationOffer, type TaskOperation, type TaskView, type Tx } from '@fashen/plugin-api';
import { approvalErrors, isOpenSeat, type SignOperation } from '../model';
import { type Desk, DeskService, isOpenTask, isOwnWork } from './desk.service';
import { mayRemove } from './signer.service';
import { hasVoted } from './vote.service';

/** Says which operations of this plugin are offered. A class per operation, because the contract asks for classes. */
@Injectable()
class Offers {
  constructor(
    protected readonly instances: Instances,
    protected readonly desks: DeskService,
  ) {}

  protected async deskOf(tx: Tx, task: TaskView): Promise<Desk> {
    return this.desks.read(tx, task.id, await this.instances.require(tx, task.instanceId));
  }

  /** For the holder of an open task; grey while the holder waits for others. */
  protected async forHolder(tx: Tx, task: TaskView, operation: SignOperation): Promise<OperationOffer | undefined> {
    // A deputy neither hands on the principal's task nor asks others in his name.
    if (!isOpenTask(task) || !isHeldBy(tx, task) || tx.actor.onBehalfOf) return undefined;
    const desk = await this.deskOf(tx, task);
    if (!desk.rule.operations.includes(operation)) return undefined;
    const id = `approval.${operation}`;
    if (task.mark !== undefined) return { id, reason: approvalErrors.WAITS_FOR_OTHERS.code, params: { mark: task.mark } };
    if ((operation === 'after' || operation === 'parallel') && desk.hasForm && task.kind === 'VISIT')
      return { id, reason: approvalErrors.HAS_OWN_FORM.code, params: { step: task.nodeName } };
    return { id };
  }
}

/** `approval.abstain` */
@Injectable()
export class AbstainOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    return task.kind === 'SEAT' ? this.forHolder(tx, task, 'abstain') : undefined;
  }
}

/** `approval.transfer` */
@Injectable()
export class TransferOffer extends Offers implements TaskOperation {
  offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    return this.forHolder(tx, task, 'transfer');
  }
}

/** `approval.delegate` */
@Injectable()
export class DelegateOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    return isOwnWork(task) ? this.forHolder(tx, task, 'delegate') : undefined;
  }
}

/** `approval.before` */
@Injectable()
export class BeforeOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    return isOwnWork(task) ? this.forHolder(tx, task, 'before') : undefined;
  }
}

/** `approval.after` */
@Injectable()
export class AfterOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    return isOwnWork(task) ? this.forHolder(tx, task, 'after') : undefined;
  }
}

/** `approval.parallel` */
@Injectable()
export class ParallelOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    return isOwnWork(task) ? this.forHolder(tx, task, 'parallel') : undefined;
  }
}

/** `approval.rework` */
@Injectable()
export class ReworkOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    return task.kind === 'SEAT' ? this.forHolder(tx, task, 'rework') : undefined;
  }
}

/** `approval.revoke` */
@Injectable()
export class RevokeOffer extends Offers implements TaskOperation {
  async offer(_tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    const waits = isOpenTask(task) && isHeldBy(_tx, task) && (task.mark === 'delegated' || task.mark === 'blocked');
    return waits ? { id: 'approval.revoke' } : undefined;
  }
}

/** `approval.takeBack` */
@Injectable()
export class TakeBackOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    if (task.kind !== 'SEAT' || task.state !== 'DONE') return undefined;
    const desk = await this.deskOf(tx, task);
    const isOffered = hasVoted(desk, tx.actor.personId) && desk.rule.operations.includes('takeBack');
    return isOffered ? { id: 'approval.takeBack' } : undefined;
  }
}

/** `approval.remove` */
@Injectable()
export class RemoveOffer extends Offers implements TaskOperation {
  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    const desk = await this.deskOf(tx, task);
    const isOffered = isOpenTask(desk.visit) && desk.seats.some((seat) => isOpenSeat(seat) && mayRemove(tx, desk, seat));
    return isOffered && desk.rule.operations.includes('remove') ? { id: 'approval.remove' } : undefined;
  }
}

function isHeldBy(tx: Tx, { assigneeId }: TaskView): boolean {
  const { personId, onBehalfOf } = tx.actor;
  return assigneeId !== undefined && (assigneeId === personId || assigneeId === onBehalfOf?.personId);
}
