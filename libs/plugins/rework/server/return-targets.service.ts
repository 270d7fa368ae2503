import { Injectable } from '@nestjs/common';
import { Directory, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  type ReturnBody,
  type ReturnSettings,
  returnSettings,
  type ReturnTarget,
  returnTargets,
  reworkErrors,
  type TargetsReply,
} from '../model';
import { type HeldTask, HeldTaskService, holds } from './held-task.service';
import { CaseEngine, ReworkRows } from './bundles';

/** Finds where a task can be returned to. */
@Injectable()
export class ReturnTargetsService {
  constructor(
    private readonly engine: CaseEngine,
    private readonly rows: ReworkRows,
    private readonly held: HeldTaskService,
    private readonly directory: Directory,
  ) {}

  /** What the dialog of a return needs. A query: nothing is locked. */
  async reply(tx: Tx, taskId: string): Promise<TargetsReply> {
    const task = await this.held.requireSeen(tx, taskId);
    if (task.endedAt) throw await this.held.ended(tx, task);
    if (!holds(tx, task)) throw reworkErrors.NOT_THE_HOLDER({ taskId });
    const model = await this.engine.instances.model(tx, task.instanceId);
    const { mode, modeChoice, afterJoin, maxRounds } = returnSettings(model, task.nodeId);
    const targets = await this.targetsOf(tx, task);
    const made = maxRounds === undefined ? 0 : await this.rows.returns.count(tx, task.instanceId, task.nodeId);
    return {
      ...{ targets, mode, afterJoin, isModeChosen: modeChoice === 'RETURNER_CHOOSES' },
      ...(maxRounds !== undefined && { roundsLeft: Math.max(0, maxRounds - made) }),
      names: Object.fromEntries(await this.directory.names(tx, [tx.actor.personId, ...targets.flatMap(peopleOf)])),
    };
  }

  /** All earlier steps of the case, and of the cases that called it. */
  async targetsOf(tx: Tx, task: Pick<TaskView, 'instanceId' | 'executionId' | 'nodeId'>): Promise<readonly ReturnTarget[]> {
    const { instanceId, executionId, nodeId } = task;
    const model = await this.engine.instances.model(tx, instanceId);
    const allowsCrossParallel = returnSettings(model, nodeId).allowCrossParallel;
    return this.climb(tx, { instanceId, executionId, allowsCrossParallel });
  }

  /** Counts this return of the step. Refused when the drawing does not allow it, or not once more. */
  async nextRound(tx: Tx, { task }: HeldTask, { returnBy, maxRounds }: ReturnSettings): Promise<number> {
    if (returnBy === 'NOBODY') throw reworkErrors.RETURN_FORBIDDEN({ step: task.nodeName });
    if (returnBy === 'VOTE' && task.kind !== 'VISIT') throw reworkErrors.RETURN_BY_VOTE({ step: task.nodeName });
    const round = (await this.rows.returns.count(tx, task.instanceId, task.nodeId)) + 1;
    if (maxRounds !== undefined && round > maxRounds) throw reworkErrors.ROUNDS_EXHAUSTED({ step: task.nodeName, maxRounds });
    return round;
  }

  /** The target that was chosen, as it stands now. Refused with the reason when it is not offered. */
  async requireTarget(tx: Tx, { task, model }: HeldTask, body: ReturnBody): Promise<ReturnTarget> {
    if (body.instanceId !== task.instanceId) await this.engine.instances.lock(tx, body.instanceId);
    const targets = await this.targetsOf(tx, task);
    const target = targets.find(({ instanceId, executionId }) => instanceId === body.instanceId && executionId === body.executionId);
    if (!target) throw reworkErrors.TARGET_UNKNOWN({ taskId: task.id });
    if (!target.isOffered) throw reworkErrors[target.reason ?? 'NOT_REACHABLE']({ step: target.nodeName, nodeId: target.nodeId });
    const { afterJoin } = returnSettings(model, task.nodeId);
    if (target.allBranches && afterJoin !== 'EITHER' && body.scope !== afterJoin) throw reworkErrors.SCOPE_FORBIDDEN({ scope: afterJoin });
    return target;
  }

  private async climb(
    tx: Tx,
    at: { instanceId: string; executionId: string; allowsCrossParallel: boolean },
  ): Promise<readonly ReturnTarget[]> {
    const survey = await this.engine.moves.survey(tx, at.instanceId);
    const tasks = await this.engine.tasks.ofInstance(tx, at.instanceId);
    const targets = returnTargets({ ...at, survey, tasks });
    const parent = await this.engine.instances.parentOf(tx, at.instanceId);
    return parent ? [...targets, ...(await this.climb(tx, { ...at, ...parent }))] : targets;
  }
}

const peopleOf = ({ personId, losses }: ReturnTarget): readonly string[] => [
  ...(personId === undefined ? [] : [personId]),
  ...losses.flatMap(({ personIds }) => personIds),
];
