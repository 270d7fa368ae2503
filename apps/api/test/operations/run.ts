import type { Affected, TaskView } from '@fashen/plugin-api';
import { sampleBureau } from '@fashen/plugins/directory/model';
import { ProcessDriver } from '@fashen/testing';
import type { Asked, OperationsRoom } from './operations-room';

const PEOPLE = sampleBureau.persons.map(({ id }) => id);
const REASON = { reason: '随机' };
const POSITIONS = ['before', 'after', 'parallel'] as const;

/** Numbers that only depend on their seed (mulberry32). */
export function chanceFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

/** How often each operation was done and refused. */
export type Tally = Map<string, { done: number; refused: number }>;

/** What an operation came to: the code of the refusal, or what it touched. */
type Outcome = { readonly code: string } | { readonly affected: readonly string[] };

/** One case, led by people who ask for anything at any time. */
export class OperationsRun {
  constructor(
    private readonly room: OperationsRoom,
    private readonly driver: ProcessDriver,
    private readonly below: (limit: number) => number,
    private readonly tally: Tally,
  ) {}

  /** Asks for one operation twice, as rehearsal and really, and compares. Answers false when there is nothing left to do. */
  async step(): Promise<boolean> {
    const tasks = await this.tasks();
    const { status } = await this.driver.instance();
    if (tasks.length === 0 || (status !== 'RUNNING' && status !== 'SUSPENDED')) return false;
    if (this.below(40) === 0) await this.driver.advance({ days: 2 });
    else await this.compare(await this.draw(tasks, status));
    return true;
  }

  private async compare({ name, who, run }: Asked): Promise<void> {
    const context = await this.room.as(who);
    const before = await this.room.rows(await this.instanceIds());
    const said = await outcomeOf(run(context, { dryRun: true }));
    if ((await this.room.rows(await this.instanceIds())) !== before) throw new Error(`the rehearsal of ${name} by ${who} left something`);
    const did = await outcomeOf(run(context, { dryRun: false }));
    if (JSON.stringify(said) !== JSON.stringify(did))
      throw new Error(`${name} by ${who}: said ${JSON.stringify(said)}, did ${JSON.stringify(did)}`);
    const count = this.tally.get(name) ?? { done: 0, refused: 0 };
    count['code' in did ? 'refused' : 'done'] += 1;
    this.tally.set(name, count);
  }

  private async draw(tasks: readonly TaskView[], status: string): Promise<Asked> {
    if (status === 'SUSPENDED' && this.below(2) === 0) return this.control('resume');
    const open = tasks.filter(({ endedAt }) => !endedAt);
    const task = this.pick(open.length > 0 && this.below(8) > 0 ? open : tasks);
    const who = this.actor(task);
    const kind = this.below(20);
    if (kind < 7) return this.forward(task, who);
    if (kind < 14) return this.seats(task, who, tasks);
    if (kind < 18) return this.back(task, who, tasks);
    return this.aside(task, who);
  }

  /** Mostly who holds or held the task. */
  private actor({ assigneeId, endedBy }: TaskView): string {
    return this.below(10) > 0 ? (assigneeId ?? endedBy ?? this.person()) : this.person();
  }

  private forward(task: TaskView, who: string): Asked {
    const { room } = this;
    const opinion = { opinion: '事实清楚，依据充分' };
    const submit = room.port('submit', who, (tx) => room.app.tasks.complete(tx, task.id, { output: {} }));
    const vote = (name: string): Asked => room.sign(name, who, task, opinion);
    return this.pick([submit, vote('agree'), vote('agree'), vote('object'), vote('abstain'), vote('advise')]);
  }

  private seats(task: TaskView, who: string, tasks: readonly TaskView[]): Asked {
    const { room } = this;
    const ask = { personId: this.person(), ...REASON };
    const added = { position: this.pick(POSITIONS), personIds: [this.person()], order: 'parallel', rule: 'all', childVeto: false };
    const addition = { ...added, opinion: '同意', weight: 1, place: 'next', ...REASON };
    const removal = { seatId: this.pick(tasks).id, ...REASON };
    return this.pick([
      room.sign('transfer', who, task, ask),
      room.sign('delegate', who, task, ask),
      room.sign('rework', who, task, ask),
      room.sign('revoke', who, task, REASON),
      room.sign('addSigners', who, task, addition),
      room.sign('addSigners', who, task, addition),
      room.sign('removeSigner', who, task, removal),
      room.sign('takeBack', who, task, REASON),
    ]);
  }

  private async back(task: TaskView, who: string, tasks: readonly TaskView[]): Promise<Asked> {
    const { room } = this;
    const target = this.pick(tasks);
    const { instanceId, executionId } = target;
    const mode = this.pick(['STEPWISE', 'DIRECT'] as const);
    const returned = { instanceId, executionId, scope: 'BRANCH_ONLY' as const, mode, defects: [], ...REASON };
    const jump = { executionId: task.executionId, nodeId: target.nodeId, ...REASON };
    return this.pick([
      room.port('return', who, (tx) => room.desk.giveBack(tx, task.id, returned)),
      room.port('return', who, (tx) => room.desk.giveBack(tx, task.id, returned)),
      room.port('resubmit', who, (tx) => room.desk.resubmit(tx, task.id, { answers: [], output: {} })),
      room.port('takeBackTask', who, (tx) => room.desk.takeBack(tx, task.id, REASON)),
      room.port('jump', who, (tx) => room.desk.jump(tx, task.instanceId, jump)),
    ]);
  }

  private aside(task: TaskView, who: string): Asked {
    const { room, driver } = this;
    if (this.below(25) === 0) return room.port('withdraw', 'jia', (tx) => room.desk.withdraw(tx, driver.instanceId, REASON));
    if (this.below(5) === 0) return this.control('suspend');
    return this.below(2) === 0 ? room.urge(this.person(), task) : room.copy(who, driver.instanceId, [this.person()]);
  }

  private control(name: 'suspend' | 'resume'): Asked {
    return this.room.port(name, 'jia', (tx) => this.room.app.instances[name](tx, this.driver.instanceId, REASON.reason));
  }

  private async instanceIds(): Promise<readonly string[]> {
    return [...new Set([this.driver.instanceId, ...(await this.children())])];
  }

  /** Cases which this one has called. */
  private async children(): Promise<readonly string[]> {
    const rows = await this.room.app.database.dataSource.query<{ id: string }[]>('SELECT id FROM engine_instance WHERE parent_id = ?', [
      this.driver.instanceId,
    ]);
    return rows.map(({ id }) => id);
  }

  private async tasks(): Promise<readonly TaskView[]> {
    const found = await Promise.all((await this.instanceIds()).map((id) => ProcessDriver.of(this.room.app, id).tasks()));
    return found.flat();
  }

  private person(): string {
    return this.pick(PEOPLE);
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

async function outcomeOf(work: Promise<{ readonly affected: readonly Affected[] }>): Promise<Outcome> {
  try {
    return { affected: (await work).affected.map(({ kind, nodeId, personId }) => `${kind} ${nodeId} ${personId}`) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.includes('.'))
      return { code: error.code };
    throw error;
  }
}
