import { Injectable } from '@nestjs/common';
import { CaseAccess, type InstanceView, type ProcessModel, type TaskView, type Tx } from '@fashen/plugin-api';
import {
  type CaseRework,
  changesBetween,
  type Defect,
  type DefectAnswer,
  liveFrames,
  returnSettings,
  type ReturnView,
  reworkErrors,
} from '../model';
import { EndingService } from './ending.service';
import type { StoredFrame } from './frame.repository';
import { holds } from './held-task.service';
import type { StoredReturn } from './return.repository';
import { CaseEngine, ReworkRows } from './bundles';

/** Shows what was returned in a case, and how it ended. */
@Injectable()
export class CaseReworkService {
  constructor(
    private readonly access: CaseAccess,
    private readonly engine: CaseEngine,
    private readonly rows: ReworkRows,
    private readonly endings: EndingService,
  ) {}

  async ofCase(tx: Tx, caseId: string): Promise<CaseRework> {
    const instance = await this.access.require(tx, caseId);
    const model = await this.engine.instances.model(tx, caseId);
    const ending = await this.rows.notes.findEnding(tx, caseId);
    const tasks = await this.engine.tasks.ofInstance(tx, caseId);
    const withdrawal = await this.withdrawalOf(tx, instance);
    return {
      ...(ending && { ending }),
      returns: await this.returnsOf(tx, { instance, model, tasks }),
      proposals: await this.rows.notes.proposalsOf(tx, caseId),
      ...(withdrawal && { withdrawal }),
      ...(instance.status === 'RUNNING' && tx.actor.permissions.includes('rework.jump') && { jumpTargets: stepsOf(model) }),
    };
  }

  /** Notes that the actor has looked at a task that is his to do. Others look without a trace. */
  async open(tx: Tx, taskId: string): Promise<void> {
    const task = await this.engine.tasks.require(tx, taskId);
    await this.access.requireOfTask(tx, task);
    if (!task.endedAt && holds(tx, task)) await this.rows.notes.addOpening(tx, { instanceId: task.instanceId, taskId });
  }

  /** Only the starter would look for it. */
  private async withdrawalOf(tx: Tx, { id, status, startedBy }: InstanceView): Promise<CaseRework['withdrawal']> {
    if (status !== 'RUNNING' || startedBy !== tx.actor.personId || (await this.engine.instances.parentOf(tx, id))) return undefined;
    const reason = await this.endings.withdrawalRefusal(tx, id);
    return reason ? { reason: reworkErrors[reason].code } : {};
  }

  private async returnsOf(tx: Tx, seen: Seen): Promise<readonly ReturnView[]> {
    const { instance } = seen;
    const frames = await this.rows.frames.ofCase(tx, instance.id);
    const open = new Set(instance.waiting.map(({ executionId }) => executionId));
    const live = new Set(
      liveFrames(
        frames.filter(({ status }) => status === 'OPEN'),
        open,
      ).map(({ id }) => id),
    );
    const made = await this.rows.returns.ofCase(tx, instance.id);
    const last = made.at(-1);
    return made.map((one) => viewOf(one, { ...seen, live, isLast: one === last, frame: frames.find(({ id }) => id === one.id) }));
  }
}

function stepsOf(model: ProcessModel): NonNullable<CaseRework['jumpTargets']> {
  const steps = [...model.elements.values()].filter(({ type }) => type === 'bpmn:UserTask');
  return steps.map(({ id, name }) => ({ nodeId: id, nodeName: name ?? id }));
}

interface Seen {
  readonly instance: InstanceView;
  readonly model: ProcessModel;
  readonly tasks: readonly TaskView[];
}

function viewOf(
  made: StoredReturn,
  seen: Seen & { readonly frame: StoredFrame | undefined; readonly live: ReadonlySet<string>; readonly isLast: boolean },
): ReturnView {
  const { frame, instance, model, tasks } = seen;
  const isOpen = frame !== undefined && seen.live.has(frame.id);
  const target = frame && tasks.find((task) => task.kind === 'VISIT' && task.executionId === frame.targetExecutionId);
  const { instanceId: _case, targetInstanceId: _target, defects, ...rest } = made;
  return {
    ...rest,
    ...(target && { targetTaskId: target.id }),
    ...wayOf(frame),
    isModeChosen: returnSettings(model, made.fromNodeId).modeChoice === 'SUBMITTER_CHOOSES',
    defects: answeredDefects(defects, frame?.answers),
    isOpen,
    changes: frame && (isOpen || seen.isLast) ? changesBetween(frame.dataBefore, instance.variables) : [],
  };
}

/** How the case goes on, or went on, once the step was corrected. */
function wayOf(frame: StoredFrame | undefined): Pick<ReturnView, 'mode' | 'stepwiseBecause'> {
  return { mode: frame?.mode ?? 'STEPWISE', ...(frame?.because && { stepwiseBecause: frame.because }) };
}

function answeredDefects(defects: readonly Defect[], answers: readonly DefectAnswer[] = []): readonly Defect[] {
  return defects.map((defect) => {
    const given = answers.find(({ defectId }) => defectId === defect.id);
    return given ? { ...defect, answer: { isFixed: given.isFixed, text: given.text } } : defect;
  });
}
