import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Instances, type InstanceView, Moves, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  type MovedReply,
  type ReturnBody,
  returnMode,
  type ReturnSettings,
  returnSettings,
  type ReturnTarget,
  reworkErrors,
  reworkEvents,
} from '../model';
import { CaseNotesRepository } from './case-notes.repository';
import { FrameRepository } from './frame.repository';
import { FrameService } from './frame.service';
import { type HeldTask, HeldTaskService } from './held-task.service';
import { ReopenedTaskService } from './reopened-task.service';
import { ReturnTargetsService } from './return-targets.service';
import { ReturnRepository } from './return.repository';

/** Leads a case back to an earlier step. */
@Injectable()
export class ReturnService {
  constructor(
    private readonly held: HeldTaskService,
    private readonly targets: ReturnTargetsService,
    private readonly moves: Moves,
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly returns: ReturnRepository,
    private readonly frames: FrameRepository,
    private readonly stack: FrameService,
    private readonly reopened: ReopenedTaskService,
    private readonly notes: CaseNotesRepository,
  ) {}

  /** Reopens the target for whoever did it last; everything after it is to be done anew, or is passed by on the straight way back. */
  async giveBack(tx: Tx, taskId: string, body: ReturnBody): Promise<MovedReply> {
    const held = await this.held.requireHeld(tx, taskId);
    const settings = returnSettings(held.model, held.task.nodeId);
    const round = await this.nextRound(tx, held, settings);
    const target = await this.requireTarget(tx, held, body);
    const made = await this.move(tx, { held, target, body, settings });
    const returnId = await this.note(tx, { ...made, held, target, body, round });
    await this.stack.settle(tx, target.instanceId);
    const { mode, reopened, instance } = made;
    const payload = { returnId, taskId, nodeId: held.task.nodeId, mode, round, defects: body.defects };
    const where = { targetInstanceId: target.instanceId, targetNodeId: target.nodeId, ...(reopened && { targetTaskId: reopened.id }) };
    const who = reopened?.assigneeId === undefined ? {} : { personId: reopened.assigneeId };
    tx.emit(reworkEvents.returned({ ...payload, ...where, ...who }, { instanceId: held.instance.id, reason: body.reason }));
    return { instanceId: target.instanceId, waiting: instance.waiting, mode };
  }

  private async nextRound(tx: Tx, { task }: HeldTask, { returnBy, maxRounds }: ReturnSettings): Promise<number> {
    if (returnBy === 'NOBODY') throw reworkErrors.RETURN_FORBIDDEN({ step: task.nodeName });
    if (returnBy === 'VOTE' && task.kind !== 'VISIT') throw reworkErrors.RETURN_BY_VOTE({ step: task.nodeName });
    const round = (await this.returns.count(tx, task.instanceId, task.nodeId)) + 1;
    if (maxRounds !== undefined && round > maxRounds) throw reworkErrors.ROUNDS_EXHAUSTED({ step: task.nodeName, maxRounds });
    return round;
  }

  private async requireTarget(tx: Tx, { task, model }: HeldTask, body: ReturnBody): Promise<ReturnTarget> {
    if (body.instanceId !== task.instanceId) await this.instances.lock(tx, body.instanceId);
    const targets = await this.targets.targetsOf(tx, task);
    const target = targets.find(({ instanceId, executionId }) => instanceId === body.instanceId && executionId === body.executionId);
    if (!target) throw reworkErrors.TARGET_UNKNOWN({ taskId: task.id });
    if (!target.isOffered) throw reworkErrors[target.reason ?? 'NOT_REACHABLE']({ step: target.nodeName, nodeId: target.nodeId });
    const { afterJoin } = returnSettings(model, task.nodeId);
    if (target.allBranches && afterJoin !== 'EITHER' && body.scope !== afterJoin) throw reworkErrors.SCOPE_FORBIDDEN({ scope: afterJoin });
    return target;
  }

  private async move(tx: Tx, { held, target, body, settings }: Returning): Promise<Made> {
    const { instanceId } = target;
    const { visits } = await this.moves.survey(tx, instanceId);
    const before = await this.instances.require(tx, instanceId);
    const reopen = body.scope === 'ALL' && target.allBranches ? target.allBranches : [target.executionId];
    const first = visits.find(({ executionId }) => executionId === reopen[0]);
    const next = visits.filter(({ openedBy, nodeType }) => openedBy === first?.endedBy && !ATTACHED.includes(nodeType));
    const instance = await this.moves.back(tx, { instanceId, reopen, cause: 'return', reason: body.reason });
    await this.tasks.mark(tx, held.task.id, 'returned');
    const reopened = await this.handOut(tx, { before, instance, nodeId: first?.nodeId ?? target.nodeId });
    const mode = instanceId === held.task.instanceId ? returnMode(settings, body.mode) : 'STEPWISE';
    return { instance, before, mode, nextNodeIds: next.map(({ nodeId }) => nodeId), ...(reopened && { reopened }) };
  }

  /** Every step that waits again goes to whoever did it last. Answers the task of the step that is to be corrected. */
  private async handOut(tx: Tx, at: { before: InstanceView; instance: InstanceView; nodeId: string }): Promise<TaskView | undefined> {
    const known = new Set(at.before.waiting.map(({ executionId }) => executionId));
    const tasks = await this.tasks.ofInstance(tx, at.instance.id);
    let found: TaskView | undefined;
    for (const { executionId, nodeId } of at.instance.waiting.filter((wait) => !known.has(wait.executionId))) {
      const task = await this.reopened.find(tx, at.instance.id, executionId);
      if (!task) continue;
      const last = tasks.filter((one) => one.kind === 'VISIT' && one.nodeId === nodeId && one.state === 'DONE').at(-1);
      const given = await this.reopened.give(tx, task, last?.endedBy);
      if (nodeId === at.nodeId) found = given;
    }
    return found;
  }

  private async note(tx: Tx, made: Made & { held: HeldTask; target: ReturnTarget; body: ReturnBody; round: number }): Promise<string> {
    const { held, target, body, reopened, round } = made;
    const { task } = held;
    const defects = body.defects.map((defect) => ({ ...defect, id: randomUUID() }));
    const id = await this.returns.add(tx, {
      ...{ instanceId: task.instanceId, targetInstanceId: target.instanceId, taskId: task.id, round, reason: body.reason, defects },
      ...{ fromNodeId: task.nodeId, fromNodeName: task.nodeName, targetNodeId: target.nodeId, targetNodeName: target.nodeName },
    });
    if (target.instanceId !== task.instanceId) await this.notes.addEnding(tx, task.instanceId, { kind: 'RETURNED', reason: body.reason });
    if (!reopened) return id;
    await this.frames.add(tx, {
      ...{ id, instanceId: target.instanceId, mode: made.mode, nextNodeIds: made.nextNodeIds, dataBefore: made.before.variables },
      ...{ fromExecutionId: task.executionId, fromNodeId: task.nodeId, fromPersonId: tx.actor.personId, fromCandidates: task.candidates },
      ...{ targetExecutionId: reopened.executionId, targetNodeId: reopened.nodeId },
    });
    return id;
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

interface Made {
  readonly instance: InstanceView;
  readonly before: InstanceView;
  readonly nextNodeIds: readonly string[];
  readonly reopened?: TaskView;
  readonly mode: MovedReply['mode'] & string;
}
