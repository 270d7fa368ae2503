import type { TaskView } from '@fashen/plugin-api';
import type { ProcessDriver } from '@fashen/testing';
import type { ReturnTarget } from '../model';
import type { Bureau } from './bureau';

/** A small seeded generator (mulberry32): the same seed walks the same way on every machine. */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

/** What a walk did, by kind of step. */
export type Counts = Record<'complete' | 'return' | 'resubmit' | 'takeBack' | 'refused' | 'time', number>;

/** One case led a random way: done, returned, resubmitted and taken back by the people who may. */
export class RandomRun {
  constructor(
    private readonly bureau: Bureau,
    private readonly driver: ProcessDriver,
    private readonly below: (limit: number) => number,
    private readonly counts: Counts,
  ) {}

  /** One step. Answers false when the case has ended. */
  async step(): Promise<boolean> {
    const tasks = (await this.driver.tasks()).filter(({ kind }) => kind === 'VISIT');
    const open = tasks.filter(({ endedAt }) => !endedAt);
    const task = open[this.below(Math.max(1, open.length))];
    if (!task) return this.waitOn();
    const chance = this.below(10);
    if (chance < 5) await this.complete(task);
    else if (chance < 9) await this.giveBack(task);
    else await this.takeBack(tasks);
    return true;
  }

  private async waitOn(): Promise<boolean> {
    const { status } = await this.driver.instance();
    if (status !== 'RUNNING') return false;
    this.counts.time += 1;
    await this.driver.advance({ days: 2 });
    return true;
  }

  private async complete(task: TaskView): Promise<void> {
    const { returns } = await this.bureau.rework(this.driver);
    const isReturned = returns.some(({ targetTaskId }) => targetTaskId === task.id);
    const output = { ok: this.below(3) > 0, big: this.below(2) > 0 };
    if (!isReturned) await this.driver.act(await this.bureau.holderOf(task), task.nodeId, { output });
    else await this.bureau.resubmit(this.driver, task.nodeId, this.below(4) > 0 ? {} : output);
    this.counts[isReturned ? 'resubmit' : 'complete'] += 1;
  }

  /** An offered target works; one that is not is refused with the reason that was told. */
  private async giveBack(task: TaskView): Promise<void> {
    const targets = await this.bureau.targets(this.driver, task.nodeId);
    const target = targets[this.below(Math.max(1, targets.length))];
    if (!target) return;
    const isAll = target.allBranches !== undefined && this.below(2) > 0;
    const refused = await this.tryReturn(task, target, isAll);
    this.counts[refused === undefined ? 'return' : 'refused'] += 1;
    if (refused !== (target.isOffered ? undefined : `rework.${target.reason}`)) throw new Error(`${target.nodeId}: ${refused}`);
    if (refused === undefined && !isAll && !(await this.driver.waiting()).includes(target.nodeId))
      throw new Error(`${target.nodeId} does not wait`);
  }

  private async tryReturn(
    { id, assigneeId = '' }: TaskView,
    { instanceId, executionId }: ReturnTarget,
    isAll: boolean,
  ): Promise<string | undefined> {
    const defects = this.below(2) > 0 ? [{ what: '问题' }] : [];
    const scope = isAll ? ('ALL' as const) : ('BRANCH_ONLY' as const);
    const body = { instanceId, executionId, scope, reason: '退回', defects };
    try {
      await this.bureau.tasks.giveBack(await this.bureau.as(assigneeId), id, { dryRun: false }, body);
      return undefined;
    } catch (error) {
      return codeOf(error);
    }
  }

  private async takeBack(tasks: readonly TaskView[]): Promise<void> {
    const done = tasks.filter(({ state }) => state === 'DONE');
    const task = done.at(-1 - this.below(Math.max(1, Math.min(2, done.length))));
    if (!task) return;
    try {
      await this.bureau.tasks.takeBack(await this.bureau.as(task.endedBy ?? ''), task.id, { dryRun: false }, { reason: '误' });
      this.counts.takeBack += 1;
    } catch (error) {
      if (!codeOf(error)?.startsWith('rework.')) throw error;
      this.counts.refused += 1;
    }
  }
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
