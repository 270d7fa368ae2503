import { isWorkflowError, type TaskView } from '@fashen/plugin-api';
import { verifyAnswers, verifySeats, verifyVotes } from '@fashen/plugins/approval/invariants';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { SharedForms } from '@fashen/plugins/form/model';
import { ProcessDriver, verifyInvariants } from '@fashen/testing';
import { OPINION, REASON } from './draw';
import { CUT } from './drawings';
import { OperationsRoom } from './room';
import { isOpen } from './scene';

/** Something a person tries on one of the nodes. */
export type Attempt = (room: OperationsRoom) => Promise<unknown>;

/** Two nodes on one database, with people who act on them at the same time. */
export class Racing {
  private constructor(
    private readonly nodes: readonly [OperationsRoom, OperationsRoom],
    private turn = 0,
  ) {}

  static async open(): Promise<Racing> {
    const room = await OperationsRoom.open();
    await room.app.publish(CUT);
    return new Racing([room, await room.secondNode()]);
  }

  get room(): OperationsRoom {
    return this.nodes[0];
  }

  async close(): Promise<void> {
    await this.nodes[1].close();
    await this.nodes[0].close();
  }

  /** A case with its first step done. */
  async beyondA(definitionKey: string): Promise<ProcessDriver> {
    const driver = await ProcessDriver.start(this.room.app, { definitionKey, as: 'jia' });
    await driver.act('jia', 'A');
    return driver;
  }

  /** All at once, on the nodes in turn, another one first each time. Answers `done` or the code of the refusal, in the order they were given. */
  async atOnce(...attempts: readonly Attempt[]): Promise<readonly string[]> {
    this.turn += 1;
    const numbered = attempts.map((attempt, at) => ({ attempt, at }));
    const begun = numbered.map((_, at) => numbered[(at + this.turn) % numbered.length]).filter((one) => one !== undefined);
    const ends = await Promise.allSettled(begun.map(({ attempt, at }) => attempt(this.nodes[(at + this.turn) % 2] ?? this.room)));
    const outcomes = begun.map(({ at }, index) => ({ at, outcome: outcomeOf(ends[index]) }));
    return outcomes.sort((one, other) => one.at - other.at).map(({ outcome }) => outcome);
  }

  /** A rule in the place of one that was ended. */
  async renewDeputy(principal: string, deputyId: string): Promise<void> {
    await this.room.addDeputy(principal, deputyId);
    this.nodes[1].takeOverDeputies(this.room);
  }

  /** What must hold between any two commands, and does not. */
  async violations(): Promise<readonly string[]> {
    const { database, host } = this.room.app;
    const { dataSource } = database;
    const seats = [...(await verifySeats(dataSource)), ...(await verifyVotes(dataSource)), ...(await verifyAnswers(dataSource))];
    return [...(await verifyInvariants(database.dataSource, host.moddles)), ...seats];
  }
}

/** The open task of a person. */
export async function openTaskOf(driver: ProcessDriver, personId: string): Promise<TaskView> {
  const task = (await driver.tasks()).find((one) => isOpen(one) && one.assigneeId === personId);
  if (!task) throw new Error(`${personId} has no open task`);
  return task;
}

/** An operation of the signing plugin on a task, for oneself or for somebody else. */
export const signing =
  (name: string, who: string, task: TaskView, more: { readonly body?: object; readonly principal?: string } = {}): Attempt =>
  async (room) => {
    const { body = name === 'takeBack' ? REASON : { opinion: OPINION }, principal } = more;
    const operation = room.border(approvalPlugin, ['ApprovalController', name]);
    return operation(await room.as(who, principal), task.id, { dryRun: false }, body);
  };

/** Somebody fills in their part of a step that each fills in. */
export const fillingIn =
  (who: string, task: TaskView): Attempt =>
  async (room) =>
    room.app.units.run(await room.as(who), (tx) => room.app.get(SharedForms).submit(tx, task, { data: { part: { text: OPINION } } }));

/** Somebody ends a task that is not signed by several. */
export const submitting =
  (who: string, { id }: TaskView): Attempt =>
  async (room) =>
    room.app.units.run(await room.as(who), (tx) => room.app.tasks.complete(tx, id, {}));

function outcomeOf(end: PromiseSettledResult<unknown> | undefined): string {
  if (end?.status === 'fulfilled') return 'done';
  if (isWorkflowError(end?.reason)) return end.reason.code;
  throw end?.reason ?? new Error('nothing was tried');
}
