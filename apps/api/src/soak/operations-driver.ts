import type { JsonObject } from '@fashen/plugin-api';
import type { CaseDesk, OpenTask } from './case-desk';
import type { FailPlan } from './fail-plan';
import { OPERATIONS } from './operations-process';

/** People who may be asked, added or handed a task. */
const PEOPLE = ['jia', 'yi', 'xin', 'bing', 'zi', 'wu', 'ji', 'gui', 'mao', 'ding'];
const REASON = { reason: '随机' };
const OPINION = { opinion: '事实清楚' };
const STEPS_PER_CASE = 40;

/** An operation on a task: what its record entry is called, where it is asked for, and with what. */
interface Operation {
  readonly act: string;
  readonly path: string;
  readonly body: JsonObject;
}

/** A client: people who try any operation on the tasks they hold, at any time. Most are possible; what is refused must leave nothing. */
export class OperationsDriver {
  /** How often each operation was done. */
  readonly done = new Map<string, number>();

  constructor(
    private readonly desk: CaseDesk,
    private readonly chance: Pick<FailPlan, 'random'>,
  ) {}

  /** Works until told to stop. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const caseId = await this.desk.start(OPERATIONS, {});
      for (let step = 0; caseId !== undefined && step < STEPS_PER_CASE && !isOver(); step += 1) if (!(await this.step(caseId))) break;
    }
  }

  /** One operation. Answers false when the case has ended. */
  private async step(caseId: string): Promise<boolean> {
    const tasks = await this.desk.tasks(caseId);
    const open = tasks.filter(({ state, assigneeId }) => state === 'ASSIGNED' && assigneeId !== undefined && PEOPLE.includes(assigneeId));
    const task = this.pick(open);
    if (!task) return false;
    const { person, operation } = this.chance.random(5) === 0 ? this.afterwards(tasks, task) : await this.atTask(caseId, task);
    const { status } = await this.desk.ask(person, operation);
    if (status < 300) this.done.set(operation.act, (this.done.get(operation.act) ?? 0) + 1);
    return true;
  }

  private async atTask(caseId: string, task: OpenTask): Promise<{ person: string; operation: Operation }> {
    const person = task.assigneeId ?? '';
    const draws = [...this.forward(task), ...this.people(task), ...this.readers(caseId)];
    const drawn = this.pick(draws) ?? draws[0];
    const target = this.chance.random(6) === 0 ? await this.desk.returnTarget(task, person) : undefined;
    if (target) {
      const mode = this.pick(['STEPWISE', 'DIRECT']) ?? 'DIRECT';
      return { person, operation: { act: 'rework.returned', path: `/tasks/${task.id}/return`, body: { ...target, mode, ...REASON } } };
    }
    return { person, operation: drawn ?? { act: 'engine.taskCompleted', path: `/tasks/${task.id}/submission`, body: { data: {} } } };
  }

  private forward({ id, kind }: OpenTask): readonly Operation[] {
    if (kind === 'ADVICE' || kind === 'REWORK') return [{ act: 'approval.answered', path: `/tasks/${id}/advice`, body: OPINION }];
    if (kind === 'BEFORE' || kind === 'AFTER') return [{ act: 'approval.answered', path: `/tasks/${id}/agreement`, body: OPINION }];
    const submission = { act: 'engine.taskCompleted', path: `/tasks/${id}/submission`, body: { data: {} } };
    if (kind === 'VISIT')
      return [submission, submission, { act: 'engine.taskCompleted', path: `/tasks/${id}/resubmission`, body: { output: {} } }];
    return ['agreement', 'agreement', 'objection', 'abstention'].map((name) => ({
      act: 'approval.voted',
      path: `/tasks/${id}/${name}`,
      body: OPINION,
    }));
  }

  private people({ id }: OpenTask): readonly Operation[] {
    const personId = this.pick(PEOPLE) ?? '';
    const adding = { personIds: [personId], ...REASON };
    return [
      { act: 'approval.transferred', path: `/tasks/${id}/transfer`, body: { personId, ...REASON } },
      { act: 'approval.asked', path: `/tasks/${id}/delegation`, body: { personId, ...REASON } },
      { act: 'approval.asked', path: `/tasks/${id}/seat-rework`, body: { personId, ...REASON } },
      { act: 'approval.revoked', path: `/tasks/${id}/delegation-revocation`, body: REASON },
      { act: 'approval.asked', path: `/tasks/${id}/added-signers`, body: { position: 'before', ...adding } },
      { act: 'approval.asked', path: `/tasks/${id}/added-signers`, body: { position: 'after', ...OPINION, ...adding } },
      { act: 'approval.signersAdded', path: `/tasks/${id}/added-signers`, body: { position: 'parallel', ...adding } },
      { act: 'approval.signerRemoved', path: `/tasks/${id}/removed-signer`, body: { seatId: id, ...REASON } },
    ];
  }

  private readers(caseId: string): readonly Operation[] {
    const body = { personIds: [this.pick(PEOPLE) ?? ''] };
    return [
      { act: 'circulate.sent', path: `/cases/${caseId}/copies`, body },
      { act: 'circulate.sent', path: `/cases/${caseId}/circulation`, body },
    ];
  }

  /** What people do about tasks that have ended. */
  private afterwards(tasks: readonly OpenTask[], open: OpenTask): { person: string; operation: Operation } {
    const ended = this.pick(tasks.filter(({ state, endedBy }) => state === 'DONE' && endedBy !== undefined)) ?? open;
    const person = ended.endedBy ?? ended.assigneeId ?? '';
    const name = ended.kind === 'SEAT' ? 'vote-withdrawal' : 'taking-back';
    const act = ended.kind === 'SEAT' ? 'approval.voteTakenBack' : 'rework.takenBack';
    return { person: PEOPLE.includes(person) ? person : 'jia', operation: { act, path: `/tasks/${ended.id}/${name}`, body: REASON } };
  }

  private pick<T>(items: readonly T[]): T | undefined {
    return items[this.chance.random(Math.max(1, items.length))];
  }
}
