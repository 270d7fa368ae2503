import { setTimeout as pause } from 'node:timers/promises';
import { APPROVAL, opinion } from '../bench/approval-process';
import type { CaseDesk } from './case-desk';

const MOST_PARKED = 12;
const LOOK_AGAIN_MS = 100;

/**
 * A client: brings one case after the other through the approval process, by people who act at the same time where they can.
 * Cases that wait for their timer are left alone and gone on with later.
 */
export class CaseDriver {
  private readonly parked: string[] = [];
  private turn = 0;

  constructor(private readonly desk: CaseDesk) {}

  /** Works until told to stop; the case at hand is brought to its next rest. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      this.turn += 1;
      const waiting = this.parked.shift();
      if (waiting === undefined) await this.begin();
      else if (!(await this.goOn(waiting))) await this.waitOrBegin(waiting);
    }
  }

  private async waitOrBegin(caseId: string): Promise<void> {
    this.parked.push(caseId);
    if (this.parked.length < MOST_PARKED) await this.begin();
    else await pause(LOOK_AGAIN_MS);
  }

  /** From the start to the timer. */
  private async begin(): Promise<void> {
    const { desk } = this;
    const caseId = await desk.start(APPROVAL, {});
    if (caseId === undefined) return;
    await desk.submit(caseId, 'report', desk.starterId, {});
    await desk.submit(caseId, 'approve', 'xin', opinion);
    await this.race(caseId, 'review', ['bing', 'zi']);
    this.parked.push(caseId);
  }

  /** From the timer to the end. False while the timer has not fired. */
  private async goOn(caseId: string): Promise<boolean> {
    const { desk } = this;
    if (!(await desk.findOpen(caseId, 'decide'))) return false;
    await this.race(caseId, 'decide', ['wu', 'ji']);
    await Promise.all([desk.submit(caseId, 'file', 'gui', {}), desk.submit(caseId, 'publish', 'gui', {})]);
    return true;
  }

  /** Two people at once: every other time they first race for the claim, and the winner ends the task. */
  private async race(caseId: string, nodeId: string, personIds: readonly [string, string]): Promise<void> {
    const { desk } = this;
    const task = await desk.findOpen(caseId, nodeId);
    if (!task) throw new Error(`case ${caseId} has no open task at ${nodeId}`);
    const [ending, claiming] = [`/tasks/${task.id}/submission`, `/tasks/${task.id}/claim`];
    if (this.turn % 2 === 0) {
      await desk.compete(personIds, { expectedAct: 'engine.taskCompleted', path: ending, body: { data: opinion } });
      return;
    }
    const winner = await desk.compete(personIds, { expectedAct: 'assignment.claimed', path: claiming, body: {} });
    if (winner) await desk.submitTask(task, winner, opinion);
  }
}
