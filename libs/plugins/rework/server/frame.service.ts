import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CourseVisit, type InstanceView, type ProcessModel, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  type Change,
  changesBetween,
  directRefusal,
  liveFrames,
  returnSettings,
  reworkErrors,
  reworkEvents,
  type StepwiseReason,
  stretchOf,
  type ReturnBody,
  type ReturnTarget,
  type ReworkMode,
} from '../model';
import type { StoredFrame } from './frame.repository';
import type { HeldTask } from './held-task.service';
import { ReopenedTaskService } from './reopened-task.service';
import { CaseEngine, ReworkRows } from './bundles';

/** What a returned case does once its target has been done again. */
@Injectable()
export class FrameService {
  constructor(
    private readonly engine: CaseEngine,
    private readonly rows: ReworkRows,
    private readonly reopened: ReopenedTaskService,
  ) {}

  /** Keeps a return that was just made, and where to go back to from it. */
  async push(tx: Tx, made: Pushed): Promise<string> {
    const { held, target, body, reopened, round } = made;
    const { task } = held;
    const defects = body.defects.map((defect) => ({ ...defect, id: randomUUID() }));
    const id = await this.rows.returns.add(tx, {
      ...{ instanceId: task.instanceId, targetInstanceId: target.instanceId, taskId: task.id, round, reason: body.reason, defects },
      ...{ fromNodeId: task.nodeId, fromNodeName: task.nodeName, targetNodeId: target.nodeId, targetNodeName: target.nodeName },
    });
    if (target.instanceId !== task.instanceId)
      await this.rows.notes.addEnding(tx, task.instanceId, { kind: 'RETURNED', reason: body.reason });
    if (!reopened) return id;
    await this.rows.frames.add(tx, {
      ...{ id, instanceId: target.instanceId, mode: made.mode, nextNodeIds: made.nextNodeIds, dataBefore: made.before.variables },
      ...{ fromExecutionId: task.executionId, fromNodeId: task.nodeId, fromPersonId: tx.actor.personId, fromCandidates: task.candidates },
      ...{ targetExecutionId: reopened.executionId, targetNodeId: reopened.nodeId },
    });
    return id;
  }

  /** Frames that lead nowhere any more are closed and told. */
  async settle(tx: Tx, instanceId: string): Promise<void> {
    const frames = await this.rows.frames.openOf(tx, instanceId);
    if (frames.length === 0) return;
    const { waiting } = await this.engine.instances.require(tx, instanceId);
    const live = new Set(liveFrames(frames, new Set(waiting.map(({ executionId }) => executionId))).map(({ id }) => id));
    for (const { id, targetNodeId } of frames.filter((frame) => !live.has(frame.id))) {
      await this.rows.frames.end(tx, id, 'VOID', 'FRAME_VOID');
      tx.emit(reworkEvents.frameVoided({ returnId: id, targetNodeId }, { instanceId }));
    }
  }

  /** The target of a return was ended, by whatever request: the frame is popped. Refused while a defect has no answer. */
  async pop(tx: Tx, frame: StoredFrame, taskId: string): Promise<void> {
    await this.requireAnswers(tx, frame);
    const instance = await this.engine.instances.require(tx, frame.instanceId);
    const changes = changesBetween(frame.dataBefore, instance.variables);
    const because = frame.mode === 'DIRECT' ? await this.refusal(tx, { frame, instance, changes }) : undefined;
    await this.rows.frames.end(tx, frame.id, 'DONE', because);
    const isDirect = frame.mode === 'DIRECT' && because === undefined;
    const skipped = isDirect ? await this.goStraightBack(tx, frame, changes) : [];
    const payload = {
      returnId: frame.id,
      taskId,
      nodeId: frame.targetNodeId,
      mode: isDirect ? ('DIRECT' as const) : ('STEPWISE' as const),
    };
    const more = { skipped, changes: changes.map(({ path }) => path), ...(because && { stepwiseBecause: because }) };
    const to = isDirect ? { toNodeId: frame.fromNodeId } : {};
    tx.emit(reworkEvents.resubmitted({ ...payload, ...more, ...to }, { instanceId: frame.instanceId }));
    await this.settle(tx, frame.instanceId);
  }

  private async requireAnswers(tx: Tx, { id, instanceId, answers = [] }: StoredFrame): Promise<void> {
    const made = (await this.rows.returns.ofCase(tx, instanceId)).find((one) => one.id === id);
    const answered = new Set(answers.map(({ defectId }) => defectId));
    const open = (made?.defects ?? []).filter((defect) => !answered.has(defect.id));
    if (open.length > 0) throw reworkErrors.DEFECTS_UNANSWERED({ count: open.length });
  }

  private async refusal(
    tx: Tx,
    asked: { frame: StoredFrame; instance: InstanceView; changes: readonly Change[] },
  ): Promise<StepwiseReason | undefined> {
    const { frame, changes } = asked;
    const model = await this.engine.instances.model(tx, frame.instanceId);
    const opened = await this.openedBy(tx, frame);
    return directRefusal({
      ...{ frame, model, changes },
      material: returnSettings(model, frame.fromNodeId).material,
      openedNodeIds: opened.map(({ nodeId }) => nodeId).sort(),
      isReturnerFit: await this.reopened.isFit(tx, frame.fromPersonId, frame.fromCandidates),
    });
  }

  /** What waits because the target was ended. */
  private async openedBy(tx: Tx, { instanceId, targetExecutionId }: StoredFrame): Promise<readonly CourseVisit[]> {
    const { visits } = await this.engine.moves.survey(tx, instanceId);
    const act = visits.find(({ executionId }) => executionId === targetExecutionId)?.endedBy;
    return visits.filter(
      ({ openedBy, nodeType }) => openedBy === act && nodeType !== 'bpmn:BoundaryEvent' && nodeType !== 'bpmn:StartEvent',
    );
  }

  /** Takes the token to the step of the returner, and gives it to that person. Answers the steps that were passed by. */
  private async goStraightBack(tx: Tx, frame: StoredFrame, changes: readonly Change[]): Promise<readonly string[]> {
    const { fromNodeId } = frame;
    const opened = await this.openedBy(tx, frame);
    const [first] = opened.filter(({ nodeId }) => nodeId !== fromNodeId);
    const isThere = opened.some(({ nodeId }) => nodeId === fromNodeId);
    const skipped = first && !isThere ? await this.jump(tx, frame, first) : [];
    await this.handToReturner(tx, frame);
    await this.tellPassedBy(tx, { frame, skipped, changes });
    return skipped.map(({ nodeId }) => nodeId);
  }

  private async jump(tx: Tx, { instanceId, fromNodeId }: StoredFrame, { executionId, nodeId }: CourseVisit): Promise<readonly TaskView[]> {
    const model = await this.engine.instances.model(tx, instanceId);
    const tasks = await this.engine.tasks.ofInstance(tx, instanceId);
    const passed = await this.reopened.find(tx, instanceId, executionId);
    await this.engine.moves.jump(tx, { instanceId, executionId, nodeId: fromNodeId, cause: 'resubmit' });
    if (passed) await this.engine.tasks.mark(tx, passed.id, 'skipped');
    return lastDone(tasks, between(model, nodeId, fromNodeId));
  }

  private async handToReturner(tx: Tx, frame: StoredFrame): Promise<void> {
    const open = (await this.engine.tasks.ofInstance(tx, frame.instanceId)).filter(
      ({ nodeId, kind, endedAt }) => nodeId === frame.fromNodeId && kind === 'VISIT' && !endedAt,
    );
    const task = open.at(-1);
    if (!task) return;
    await this.reopened.give(tx, task, frame.fromPersonId);
    await this.rows.frames.retarget(tx, frame.instanceId, { from: frame.fromExecutionId, to: task.executionId });
  }

  private async tellPassedBy(
    tx: Tx,
    told: { frame: StoredFrame; skipped: readonly TaskView[]; changes: readonly Change[] },
  ): Promise<void> {
    const { frame, skipped, changes } = told;
    for (const { nodeId, nodeName, endedBy } of skipped) {
      if (endedBy === undefined) continue;
      const payload = { returnId: frame.id, nodeId, nodeName, personId: endedBy, changes: changes.map(({ path }) => path) };
      tx.emit(reworkEvents.skippedOver(payload, { instanceId: frame.instanceId }));
    }
    return Promise.resolve();
  }
}

/** What a return has led to. */
export interface Made {
  readonly instance: InstanceView;
  /** The case as it stood before. */
  readonly before: InstanceView;
  /** What had come of the step that is to be corrected. */
  readonly nextNodeIds: readonly string[];
  /** Its task; absent when no person does it. */
  readonly reopened?: TaskView;
  readonly mode: ReworkMode;
}

/** A return with what was asked for. */
export interface Pushed extends Made {
  readonly held: HeldTask;
  readonly target: ReturnTarget;
  readonly body: ReturnBody;
  readonly round: number;
}

function between(model: ProcessModel, firstId: string, lastId: string): ReadonlySet<string> {
  return new Set([firstId, ...stretchOf(model, firstId, lastId).elements.map(({ id }) => id)]);
}

/** The last time each of these steps was done. */
function lastDone(tasks: readonly TaskView[], nodeIds: ReadonlySet<string>): readonly TaskView[] {
  const done = tasks.filter(({ kind, state, nodeId }) => kind === 'VISIT' && state === 'DONE' && nodeIds.has(nodeId));
  return [...new Map(done.map((task) => [task.nodeId, task])).values()];
}
