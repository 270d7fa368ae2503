import { Injectable } from '@nestjs/common';
import { Directory, Instances, Moves, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { returnSettings, type ReturnTarget, returnTargets, type TargetsReply } from '../model';
import { HeldTaskService, holds } from './held-task.service';
import { ReturnRepository } from './return.repository';
import { reworkErrors } from '../model';

/** Finds where a task can be returned to. */
@Injectable()
export class ReturnTargetsService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly moves: Moves,
    private readonly directory: Directory,
    private readonly held: HeldTaskService,
    private readonly returns: ReturnRepository,
  ) {}

  /** What the dialog of a return needs. A query: nothing is locked. */
  async reply(tx: Tx, taskId: string): Promise<TargetsReply> {
    const task = await this.tasks.require(tx, taskId);
    if (task.endedAt) throw await this.held.ended(tx, task);
    if (!holds(tx, task)) throw reworkErrors.NOT_THE_HOLDER({ taskId });
    const model = await this.instances.model(tx, task.instanceId);
    const { mode, modeChoice, afterJoin, maxRounds } = returnSettings(model, task.nodeId);
    const targets = await this.targetsOf(tx, task);
    const made = maxRounds === undefined ? 0 : await this.returns.count(tx, task.instanceId, task.nodeId);
    return {
      ...{ targets, mode, afterJoin, isModeChosen: modeChoice === 'RETURNER_CHOOSES' },
      ...(maxRounds !== undefined && { roundsLeft: Math.max(0, maxRounds - made) }),
      names: Object.fromEntries(await this.directory.names(tx, targets.flatMap(peopleOf))),
    };
  }

  /** All earlier steps of the case, and of the cases that called it. */
  async targetsOf(tx: Tx, task: Pick<TaskView, 'instanceId' | 'executionId' | 'nodeId'>): Promise<readonly ReturnTarget[]> {
    const { instanceId, executionId, nodeId } = task;
    const model = await this.instances.model(tx, instanceId);
    const allowsCrossParallel = returnSettings(model, nodeId).allowCrossParallel;
    return this.climb(tx, { instanceId, executionId, allowsCrossParallel });
  }

  private async climb(
    tx: Tx,
    at: { instanceId: string; executionId: string; allowsCrossParallel: boolean },
  ): Promise<readonly ReturnTarget[]> {
    const survey = await this.moves.survey(tx, at.instanceId);
    const tasks = await this.tasks.ofInstance(tx, at.instanceId);
    const targets = returnTargets({ ...at, survey, tasks });
    const parent = await this.instances.parentOf(tx, at.instanceId);
    return parent ? [...targets, ...(await this.climb(tx, { ...at, ...parent }))] : targets;
  }
}

const peopleOf = ({ personId, losses }: ReturnTarget): readonly string[] => [
  ...(personId === undefined ? [] : [personId]),
  ...losses.flatMap(({ personIds }) => personIds),
];
