import { Injectable } from '@nestjs/common';
import { Instances, type OperationOffer, type TaskOperation, type TaskView, type Tx } from '@fashen/plugin-api';
import { returnSettings, reworkErrors } from '../model';
import { FrameRepository } from './frame.repository';
import { holds } from './held-task.service';
import { ReturnTargetsService } from './return-targets.service';
import { TakingBackService } from './taking-back.service';

/** 退回: whoever holds a task may give the case back. */
@Injectable()
export class ReturnOperation implements TaskOperation {
  constructor(
    private readonly instances: Instances,
    private readonly targets: ReturnTargetsService,
  ) {}

  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    if (task.endedAt || !holds(tx, task)) return undefined;
    const { returnBy } = returnSettings(await this.instances.model(tx, task.instanceId), task.nodeId);
    if (returnBy === 'NOBODY') return undefined;
    const refused = await this.refusal(tx, task, returnBy === 'VOTE' && task.kind !== 'VISIT');
    return { id: 'rework.return', ...(refused && { reason: refused.code, params: { step: task.nodeName } }) };
  }

  private async refusal(tx: Tx, task: TaskView, isVote: boolean): Promise<{ readonly code: string } | undefined> {
    if (isVote) return reworkErrors.RETURN_BY_VOTE;
    const targets = await this.targets.targetsOf(tx, task);
    return targets.length === 0 ? reworkErrors.NO_EARLIER_STEP : undefined;
  }
}

/** 重新提交: whoever holds a returned step answers what was found wrong. */
@Injectable()
export class ResubmitOperation implements TaskOperation {
  constructor(private readonly frames: FrameRepository) {}

  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    if (task.endedAt || !holds(tx, task)) return undefined;
    const frames = await this.frames.openOf(tx, task.instanceId);
    return frames.some(({ targetExecutionId }) => targetExecutionId === task.executionId) ? { id: 'rework.resubmit' } : undefined;
  }
}

/** 不予通过: ends the case, where the drawing says so. */
@Injectable()
export class RejectOperation implements TaskOperation {
  constructor(private readonly instances: Instances) {}

  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    if (task.endedAt || !holds(tx, task)) return undefined;
    const { onNotPassed } = returnSettings(await this.instances.model(tx, task.instanceId), task.nodeId);
    return onNotPassed === 'END_REJECTED' ? { id: 'rework.reject' } : undefined;
  }
}

/** 拿回: whoever ended a task may take that back, until somebody has begun with what came of it. */
@Injectable()
export class TakeBackOperation implements TaskOperation {
  constructor(
    private readonly instances: Instances,
    private readonly takingBack: TakingBackService,
  ) {}

  async offer(tx: Tx, task: TaskView): Promise<OperationOffer | undefined> {
    if (task.kind !== 'VISIT' || task.state !== 'DONE' || task.endedBy !== tx.actor.personId) return undefined;
    const { status } = await this.instances.require(tx, task.instanceId);
    if (status !== 'RUNNING') return undefined;
    const refusal = await this.takingBack.refusalOf(tx, task, await this.instances.model(tx, task.instanceId));
    if (!refusal) return { id: 'rework.takeBack' };
    const { code, params } = await this.takingBack.errorOf(tx, refusal);
    return { id: 'rework.takeBack', reason: code, params };
  }
}
