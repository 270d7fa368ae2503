import { Injectable } from '@nestjs/common';
import { type Tx } from '@fashen/plugin-api';
import {
  type MovedReply,
  type ReturnBody,
  returnMode,
  type ReturnSettings,
  returnSettings,
  type ReturnTarget,
  type TargetsReply,
  reworkEvents,
} from '../model';
import { FrameService, type Made } from './frame.service';
import type { HeldTask } from './held-task.service';
import { ReturnTargetsService } from './return-targets.service';
import { CaseEngine, TaskPeople } from './bundles';

/** Leads a case back to an earlier step. */
@Injectable()
export class ReturnService {
  constructor(
    private readonly engine: CaseEngine,
    private readonly people: TaskPeople,
    private readonly targets: ReturnTargetsService,
    private readonly stack: FrameService,
  ) {}

  /** Where the case can be returned to from a task. */
  targetsFor(tx: Tx, taskId: string): Promise<TargetsReply> {
    return this.targets.reply(tx, taskId);
  }

  /** Reopens the target for whoever did it last; everything after it is to be done anew, or is passed by on the straight way back. */
  async giveBack(tx: Tx, taskId: string, body: ReturnBody): Promise<MovedReply> {
    const held = await this.people.held.requireHeld(tx, taskId);
    const settings = returnSettings(held.model, held.task.nodeId);
    const round = await this.targets.nextRound(tx, held, settings);
    const target = await this.targets.requireTarget(tx, held, body);
    const made = await this.move(tx, { held, target, body, settings });
    const returnId = await this.stack.push(tx, { ...made, held, target, body, round });
    await this.stack.settle(tx, target.instanceId);
    const { mode, reopened, instance } = made;
    const payload = { returnId, taskId, nodeId: held.task.nodeId, mode, round, defects: body.defects };
    const where = { targetInstanceId: target.instanceId, targetNodeId: target.nodeId, ...(reopened && { targetTaskId: reopened.id }) };
    const who = reopened?.assigneeId === undefined ? {} : { personId: reopened.assigneeId };
    tx.emit(reworkEvents.returned({ ...payload, ...where, ...who }, { instanceId: held.instance.id, reason: body.reason }));
    return { instanceId: target.instanceId, waiting: instance.waiting, mode };
  }

  private async move(tx: Tx, { held, target, body, settings }: Returning): Promise<Made> {
    const { instanceId } = target;
    const { visits } = await this.engine.moves.survey(tx, instanceId);
    const before = await this.engine.instances.require(tx, instanceId);
    const reopen = body.scope === 'ALL' && target.allBranches ? target.allBranches : [target.executionId];
    const first = visits.find(({ executionId }) => executionId === reopen[0]);
    const next = visits.filter(({ openedBy, nodeType }) => openedBy === first?.endedBy && !ATTACHED.includes(nodeType));
    const instance = await this.engine.moves.back(tx, { instanceId, reopen, cause: 'return', reason: body.reason });
    await this.engine.tasks.mark(tx, held.task.id, 'returned');
    const reopened = await this.people.reopened.handOut(tx, { before, instance, nodeId: first?.nodeId ?? target.nodeId });
    const mode = instanceId === held.task.instanceId ? returnMode(settings, body.mode) : 'STEPWISE';
    return { instance, before, mode, nextNodeIds: next.map(({ nodeId }) => nodeId), ...(reopened && { reopened }) };
  }
}

/** They come and go with the step they belong to. */
const ATTACHED: readonly string[] = ['bpmn:BoundaryEvent', 'bpmn:StartEvent'];

interface Returning {
  readonly held: HeldTask;
  readonly target: ReturnTarget;
  readonly body: ReturnBody;
  readonly settings: ReturnSettings;
}
