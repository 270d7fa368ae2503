import { Injectable } from '@nestjs/common';
import { type Tx } from '@fashen/plugin-api';
import {
  type Defect,
  type DefectAnswer,
  type MovedReply,
  type ResubmissionBody,
  returnSettings,
  reworkErrors,
  reworkEvents,
} from '../model';
import type { StoredFrame } from './frame.repository';
import { HeldTaskService } from './held-task.service';
import { CaseEngine, ReworkRows } from './bundles';

/** Answers what was found wrong, and ends the corrected step. */
@Injectable()
export class ResubmissionService {
  constructor(
    private readonly held: HeldTaskService,
    private readonly rows: ReworkRows,
    private readonly engine: CaseEngine,
  ) {}

  /** With output the step is ended and the frame popped; without it only the answers are kept, and the form ends the step. */
  async resubmit(tx: Tx, taskId: string, body: ResubmissionBody): Promise<MovedReply> {
    const { task, model } = await this.held.requireHeld(tx, taskId);
    const frame = (await this.rows.frames.openOf(tx, task.instanceId)).find(
      ({ targetExecutionId }) => targetExecutionId === task.executionId,
    );
    if (!frame) throw reworkErrors.NOT_RETURNED({ taskId });
    await this.keepAnswers(tx, { frame, taskId, nodeId: task.nodeId }, body.answers);
    const isChosenHere = returnSettings(model, frame.fromNodeId).modeChoice === 'SUBMITTER_CHOOSES';
    if (isChosenHere && body.mode) await this.rows.frames.keepMode(tx, frame.id, body.mode);
    if (body.output) await this.engine.tasks.complete(tx, taskId, { output: body.output, ...(body.reason && { reason: body.reason }) });
    const { waiting } = await this.engine.instances.require(tx, task.instanceId);
    return { instanceId: task.instanceId, waiting };
  }

  private async keepAnswers(
    tx: Tx,
    at: { frame: StoredFrame; taskId: string; nodeId: string },
    answers: readonly DefectAnswer[],
  ): Promise<void> {
    const { frame, taskId, nodeId } = at;
    const made = (await this.rows.returns.ofCase(tx, frame.instanceId)).find(({ id }) => id === frame.id);
    const defects = made?.defects ?? [];
    if (answers.some((answer) => !isComplete(answer, defects))) throw reworkErrors.ANSWER_INCOMPLETE({ taskId });
    const all = [...(frame.answers ?? []).filter(({ defectId }) => !answers.some((answer) => answer.defectId === defectId)), ...answers];
    const open = defects.filter(({ id }) => !all.some(({ defectId }) => defectId === id));
    if (open.length > 0) throw reworkErrors.DEFECTS_UNANSWERED({ count: open.length });
    if (answers.length === 0) return;
    await this.rows.frames.keepAnswers(tx, frame.id, all);
    tx.emit(reworkEvents.answered({ returnId: frame.id, taskId, nodeId, answers: all }, { instanceId: frame.instanceId }));
  }
}

/** What was not corrected needs a reason. */
function isComplete({ defectId, isFixed, text }: DefectAnswer, defects: readonly Defect[]): boolean {
  return defects.some(({ id }) => id === defectId) && (isFixed || text !== '');
}
