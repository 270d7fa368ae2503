import { AsyncLocalStorage } from 'node:async_hooks';
import { watchStatements } from '@fashen/database';
import { ApproveActs, type Statement } from './approve-acts';
import type { BenchNode } from './bench-node';
import { SqlFloor } from './sql-floor';
import { type Measured, measure, middleOf } from './statistics';

/** How many acts are measured. */
export interface ActPlan {
  readonly clients: number;
  readonly rounds: number;
  readonly actsPerRound: number;
}

/** What so many clients reached. */
export interface ActResult {
  readonly clients: number;
  readonly ours: Measured;
  /** The same statements without us; on MariaDB only. */
  readonly floor?: Measured;
}

const WARM_UP = 150;

/** Measures the approve act on one database. */
export class ActBench {
  /** Statements of one act, for the report. */
  sample: readonly Statement[] = [];
  private floor: SqlFloor | undefined;
  private tasks: string[] = [];

  private constructor(
    private readonly node: BenchNode,
    private readonly acts: ApproveActs,
  ) {}

  /** Prepares the cases for all plans; with an address of MariaDB also the floor, as a copy of what is prepared. */
  static async of(node: BenchNode, plans: readonly ActPlan[], mysqlUrl?: string): Promise<ActBench> {
    const bench = new ActBench(node, await ApproveActs.of(node));
    const count = plans.reduce((sum, { rounds, actsPerRound }) => sum + rounds * actsPerRound, WARM_UP);
    bench.tasks = [...(await bench.acts.prepare(count))];
    if (mysqlUrl) bench.floor = await SqlFloor.copyOf(mysqlUrl, Math.max(...plans.map(({ clients }) => clients)));
    await bench.warmUp();
    return bench;
  }

  /** Runs ours and the floor in turns, so that both meet the same weather. */
  async run(plan: ActPlan): Promise<ActResult> {
    const ours: Measured[] = [];
    const floor: Measured[] = [];
    for (let round = 0; round < plan.rounds; round++) {
      const { measured, sent } = await this.round(plan);
      ours.push(measured);
      if (this.floor) floor.push(await this.floorRound(plan, sent));
    }
    return { clients: plan.clients, ours: middleOf(ours), ...(floor.length > 0 && { floor: middleOf(floor) }) };
  }

  async close(): Promise<void> {
    await this.floor?.close();
  }

  private async warmUp(): Promise<void> {
    const { sent } = await this.round({ clients: 2, rounds: 1, actsPerRound: WARM_UP });
    this.sample = sent.at(-1) ?? [];
    if (this.floor) await this.floorRound({ clients: 2, rounds: 1, actsPerRound: WARM_UP }, sent);
  }

  private async round({ clients, actsPerRound }: ActPlan): Promise<{ measured: Measured; sent: readonly (readonly Statement[])[] }> {
    const tasks = this.tasks.splice(0, actsPerRound);
    const sent: Statement[][] = tasks.map(() => []);
    const act = new AsyncLocalStorage<Statement[]>();
    const stop = watchStatements(this.node.database.dataSource, (sql, parameters) => act.getStore()?.push({ sql, parameters }));
    const measured = await measure(tasks.length, clients, (index) =>
      act.run(sent[index] ?? [], () => this.acts.approve(tasks[index] ?? '')),
    );
    stop();
    return { measured, sent };
  }

  private floorRound(plan: ActPlan, sent: readonly (readonly Statement[])[]): Promise<Measured> {
    return measure(sent.length, plan.clients, async (index) => this.floor?.send(sent[index] ?? []));
  }
}
