import { CommandLog } from '../command-log';
import { isRequestFor } from './operation-list';
import { recipes } from './recipes';
import { Stage, type StageOptions } from './stage';
import { Traces, type Trace } from './traces';

/** An operation that was cut at one point and repeated. */
export interface Kill {
  readonly operation: string;
  /** Name of the failpoint, and which of the points of the request it was, from 1. */
  readonly point: string;
  readonly number: number;
}

/** What came of the operations of one stage. */
export interface KillResult {
  /** Points that each operation passes, in order. */
  readonly points: ReadonlyMap<string, readonly string[]>;
  readonly kills: readonly Kill[];
  readonly findings: readonly string[];
  readonly log: CommandLog;
}

/** Which points of an operation are cut: numbers from 1. */
export type Choice = (operation: string, points: readonly string[]) => readonly number[];

/** Does every operation once in peace, then again for each point: the server dies there, and the client repeats the request until it is answered. */
export async function killRun(options: StageOptions, operations: readonly string[], choose: Choice): Promise<KillResult> {
  const log = new CommandLog();
  const stage = await Stage.open(options, log);
  const run = new KillRun(stage, choose);
  try {
    for (const operation of operations) await run.cut(operation);
    return { points: run.points, kills: run.kills, findings: [...run.findings, ...stage.complaints], log };
  } finally {
    await stage.close();
  }
}

class KillRun {
  readonly points = new Map<string, readonly string[]>();
  readonly kills: Kill[] = [];
  readonly findings: string[] = [];
  private readonly traces: Traces;

  constructor(
    private readonly stage: Stage,
    private readonly choose: Choice,
  ) {
    this.traces = new Traces(stage);
  }

  async cut(operation: string): Promise<void> {
    try {
      const inPeace = await this.perform(operation);
      const points = await this.stage.passed();
      this.points.set(operation, points);
      if (inPeace.status >= 300) return void this.findings.push(`${operation} is refused: ${inPeace.status} ${inPeace.answer}`);
      for (const number of this.choose(operation, points))
        await this.cutAt(operation, { number, inPeace, point: points[number - 1] ?? '' });
    } catch (error) {
      this.findings.push(`${operation}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async cutAt(operation: string, { number, inPeace, point }: { number: number; inPeace: Trace; point: string }): Promise<void> {
    const before = this.stage.killed;
    const trace = await this.perform(operation, `any:${number}`);
    await this.stage.arm('');
    const deaths = this.stage.killed - before;
    if (deaths === 1) this.kills.push({ operation, point, number });
    else this.findings.push(`${operation} was to be cut at ${point} (${number}), the server died ${deaths} times`);
    for (const difference of differences(inPeace, trace)) this.findings.push(`${operation} cut at ${point} (${number}): ${difference}`);
  }

  private async perform(operation: string, point?: string): Promise<Trace> {
    const recipe = recipes[operation];
    if (!recipe) throw new Error('nobody knows how to bring it about');
    const request = await recipe(this.stage);
    if (!isRequestFor(operation, request.method ?? 'POST', request.path)) throw new Error(`${request.path} is another operation`);
    return this.traces.of(request, point);
  }
}

/** What a request that was cut and repeated left otherwise than one that nobody cut. */
function differences(inPeace: Trace, cut: Trace): readonly string[] {
  const names = ['status', 'acts', 'rows'] as const;
  const texts = names.map((name) => [name, JSON.stringify(inPeace[name]), JSON.stringify(cut[name])] as const);
  return texts.flatMap(([name, expected, found]) => (expected === found ? [] : [`${name} ${found} instead of ${expected}`]));
}
