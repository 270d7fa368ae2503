import { Injectable, Optional } from '@nestjs/common';
import { Instances, type Tx } from '@fashen/plugin-api';
import { SeatHolders, type WaitingSeat } from '@fashen/plugins/approval/model';
import { deputyErrors, deputyEvents, type HandOverSubject, titleOf } from '../model';
import type { ItemResult } from './hand-over.repository';
import type { Turn } from './hand-over-turn';
import { Successors } from './successors';

/** Hands on the turns of a signer that have not come yet: no inbox shows them, and one day they would wait for somebody who has left. */
@Injectable()
export class TurnHandOver {
  constructor(
    private readonly instances: Instances,
    private readonly successors: Successors,
    @Optional() private readonly seats?: SeatHolders,
  ) {}

  /** Turns of a person as entries of a hand-over. */
  async of(tx: Tx, personId: string): Promise<readonly HandOverSubject[]> {
    const found: HandOverSubject[] = [];
    for (const seat of (await this.seats?.waitingOf(tx, personId)) ?? []) {
      const { businessKey } = await this.instances.require(tx, seat.instanceId);
      const title = titleOf(`${businessKey} · ${await this.stepOf(tx, seat)}`);
      found.push({ kind: 'TURN', refId: seat.id, title });
    }
    return found;
  }

  async handOn(tx: Tx, { handOver, item, to }: Turn): Promise<ItemResult> {
    const before = await this.seats?.findWaiting(tx, item.refId);
    if (!this.seats || !before) return { state: 'GONE' };
    const { status } = await this.instances.lock(tx, before.instanceId);
    const seat = await this.seats.findWaiting(tx, item.refId);
    if (seat?.personId !== handOver.leaverId) return { state: 'GONE' };
    const nodeName = await this.stepOf(tx, seat);
    if (status !== 'RUNNING') throw deputyErrors.CASE_NOT_RUNNING({ step: nodeName });
    const { successorId } = to;
    if (successorId === undefined) throw deputyErrors.NEEDS_PERSON();
    await this.successors.requireMayTakeTurn(tx, seat.visitId, successorId);
    await this.seats.handOn(tx, seat, successorId);
    const { id: handOverId, leaverId: fromId, createdBy: orderedBy, reason } = handOver;
    const payload = { taskId: seat.id, nodeId: seat.nodeId, nodeName, handOverId, fromId, orderedBy, cause: 'HANDOVER' };
    const change = { before: { assigneeId: fromId }, after: { assigneeId: successorId } };
    tx.emit(deputyEvents.handedOver({ ...payload, assigneeId: successorId }, { instanceId: seat.instanceId, reason, ...change }));
    return { state: 'DONE', successorId };
  }

  private async stepOf(tx: Tx, { instanceId, nodeId }: WaitingSeat): Promise<string> {
    return (await this.instances.model(tx, instanceId)).elements.get(nodeId)?.name ?? nodeId;
  }
}
