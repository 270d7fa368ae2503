import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Directory, Instances, isWorkflowError, Tasks, type TaskView, type Tx, type WorkflowError } from '@fashen/plugin-api';
import { Duties } from '@fashen/plugins/assignment/model';
import { deputyErrors, deputyEvents, type DeputyRule, type HandOverItem, overlapping, ringOf, type SettlementBody } from '../model';
import { DeputyRuleRepository } from './deputy-rule.repository';
import { type HandOver, HandOverRepository, type ItemResult } from './hand-over.repository';

/** Hands over one entry. What stands against it is checked before anything is written, so that a conflict is a result and no failure. */
@Injectable()
export class HandOverItemService {
  constructor(
    private readonly repository: HandOverRepository,
    private readonly rules: DeputyRuleRepository,
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly duties: Duties,
    private readonly directory: Directory,
  ) {}

  /** Settles an open entry for this successor. The second time nothing happens. */
  async settle(tx: Tx, itemId: string, successor?: SettlementBody): Promise<void> {
    const item = await this.repository.lockItem(tx, itemId);
    if (!item || item.state === 'DONE' || item.state === 'GONE') return;
    const handOver = await this.repository.find(tx, item.handOverId);
    if (handOver) await this.repository.settle(tx, itemId, await this.resultOf(tx, { handOver, item, to: successor ?? handOver }));
  }

  private async resultOf(tx: Tx, turn: Turn): Promise<ItemResult> {
    const { item, to } = turn;
    try {
      if (item.kind === 'TASK' || item.kind === 'SEAT') return await this.handOnTask(tx, turn);
      if (item.kind === 'RULE') return await this.handOnRule(tx, turn);
      return { state: 'BY_HAND', code: deputyErrors.BY_HAND.code };
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      return { state: 'CONFLICT', code: error.code, params: error.params, ...(to.successorId && { successorId: to.successorId }) };
    }
  }

  private async handOnTask(tx: Tx, turn: Turn): Promise<ItemResult> {
    const { handOver, item, to } = turn;
    const { instanceId } = await this.tasks.require(tx, item.refId);
    const instance = await this.instances.lock(tx, instanceId);
    const task = await this.tasks.require(tx, item.refId);
    if (task.state !== 'ASSIGNED' || task.assigneeId !== handOver.leaverId) return { state: 'GONE' };
    if (instance.status !== 'RUNNING') throw deputyErrors.CASE_NOT_RUNNING({ step: task.nodeName });
    const { successorId: assigneeId, successorRole } = to;
    if (assigneeId !== undefined) await this.requireMayTake(tx, task, assigneeId);
    const candidates = successorRole === undefined ? task.candidates : [`role:${successorRole}`];
    await this.tasks.assign(tx, task.id, { ...(assigneeId && { assigneeId }), candidates }, handOver.reason);
    this.tell(tx, handOver, task, assigneeId);
    return { state: 'DONE', ...(assigneeId && { successorId: assigneeId }) };
  }

  private async requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void> {
    await this.requireActive(tx, personId);
    const visit = (await this.tasks.ofInstance(tx, task.instanceId)).filter(({ executionId }) => executionId === task.executionId);
    if (visit.some(({ state, assigneeId }) => state === 'ASSIGNED' && assigneeId === personId))
      throw deputyErrors.ONE_PERSON_ONE_SEAT({ step: task.nodeName });
    await this.duties.requireMayTake(tx, task, personId);
  }

  private tell(tx: Tx, handOver: HandOver, { id: taskId, nodeId, nodeName, instanceId }: TaskView, assigneeId?: string): void {
    const { id: handOverId, leaverId: fromId, createdBy: orderedBy, reason } = handOver;
    const payload = { taskId, nodeId, nodeName, handOverId, fromId, orderedBy, cause: 'HANDOVER', ...(assigneeId && { assigneeId }) };
    tx.emit(
      deputyEvents.handedOver(payload, {
        ...{ instanceId, reason },
        before: { assigneeId: fromId },
        after: { ...(assigneeId && { assigneeId }) },
      }),
    );
  }

  /** The rule ends; where the leaving person was the deputy, the successor becomes it. One's own deputies go with the post. */
  private async handOnRule(tx: Tx, { handOver, item, to }: Turn): Promise<ItemResult> {
    await this.rules.lockAll(tx);
    const rule = (await this.rules.listOpen(tx)).find(({ id }) => id === item.refId);
    if (!rule) return { state: 'GONE' };
    const next = rule.deputyId === handOver.leaverId ? await this.successorRule(tx, handOver, rule, to) : undefined;
    await this.rules.end(tx, rule.id, handOver.reason);
    const { principalId } = rule;
    tx.emit(deputyEvents.ruleEnded({ ruleId: rule.id, principalId, deputyId: rule.deputyId }, { reason: handOver.reason }));
    if (!next) return { state: 'DONE' };
    await this.rules.add(tx, next);
    const { id: ruleId, deputyId, mode } = next;
    const period = { fromAt: new Date(next.fromAt).toISOString(), toAt: new Date(next.toAt).toISOString() };
    tx.emit(deputyEvents.ruleAdded({ ruleId, principalId, deputyId, mode, ...period }, { reason: handOver.reason }));
    return { state: 'DONE', successorId: next.deputyId };
  }

  private async successorRule(tx: Tx, handOver: HandOver, rule: DeputyRule, { successorId }: SettlementBody): Promise<DeputyRule> {
    if (successorId === undefined) throw deputyErrors.NEEDS_PERSON();
    if (successorId === rule.principalId) throw deputyErrors.SELF({ personId: successorId });
    await this.requireActive(tx, successorId);
    const creation = { createdBy: handOver.createdBy, createdAt: tx.now.getTime() };
    const fromAt = Math.max(rule.fromAt, tx.now.getTime());
    const next: DeputyRule = { ...rule, ...creation, id: randomUUID(), deputyId: successorId, fromAt, reason: handOver.reason };
    const others = (await this.rules.listOpen(tx)).filter(({ id }) => id !== rule.id);
    refuse(overlapping(others, next), ({ id }) => deputyErrors.RULE_OVERLAPS({ ruleId: id, deputy: id }));
    refuse(ringOf(others, next), (people) => deputyErrors.CYCLE({ people: [...people] }));
    return next;
  }

  private async requireActive(tx: Tx, personId: string): Promise<void> {
    if (!(await this.directory.find(tx, personId))?.active) throw deputyErrors.TARGET_INACTIVE({ personId });
  }
}

interface Turn {
  readonly handOver: HandOver;
  readonly item: HandOverItem;
  readonly to: SettlementBody;
}

function refuse<T>(obstacle: T | undefined, refusal: (obstacle: T) => WorkflowError): void {
  if (obstacle !== undefined) throw refusal(obstacle);
}
