import type { JsonObject } from '@fashen/plugin-api';
import { type CompiledProcess, compileProcess, type Snapshot, step, type StepResult, type Wait } from '../../kernel';
import { parseModel } from '../../model';
import { BpmnEngineRun, type BpmnEngineModel, label, readForBpmnEngine } from '../../try-out/bpmn-engine-run';
import { Random } from './oracle/random';
import { ANSWERS, randomModel, SHARED_BLOCKS } from './oracle/random-model';

/** `FASHEN_SEED=7 FASHEN_RUNS=1` runs the model of seed 7 alone; more runs than the default take longer and find more. */
const FIRST_SEED = Number(process.env['FASHEN_SEED'] ?? 1);
const MODELS = Number(process.env['FASHEN_RUNS'] ?? 402);
const RUNS_PER_MODEL = 5;
const MAX_ACTS = 8;
const now = new Date('2026-03-02T01:00:00Z');
const list = ['a', 'b', 'c'];

const answers = (random: Random): JsonObject => Object.fromEntries(ANSWERS.map((name) => [name, random.below(2) === 0]));
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const waitingOf = ({ waits }: StepResult): string =>
  waits
    .map(({ nodeId, loop }) => label(nodeId, loop?.index))
    .sort()
    .join(' ');

type Performed = Parameters<typeof step>[2];

function actOn(wait: Wait, output: JsonObject, mayFail: boolean): Performed {
  const { executionId, kind, nodeId } = wait;
  if (kind === 'timer') return { kind: 'timer', executionId };
  if (kind === 'message') return { kind: 'message', executionId, output };
  if (kind === 'call') return { kind: 'childEnded', executionId, output };
  return mayFail && nodeId.startsWith('F') ? { kind: 'bpmnError', executionId, code: 'E1' } : { kind: 'complete', executionId, output };
}

function tellOracle(oracle: BpmnEngineRun, { nodeId, loop }: Wait, act: Performed): void {
  const at = { nodeId, ...(loop && { index: loop.index }) };
  if (act.kind === 'timer') return oracle.timer(at);
  if (act.kind === 'bpmnError') return oracle.fail(at, act.code);
  if (act.kind === 'message') return oracle.message(at, act.output ?? {});
  if (act.kind === 'complete' || act.kind === 'childEnded') oracle.complete(at, act.output ?? {});
}

interface Case {
  readonly compile: () => CompiledProcess;
  readonly model: BpmnEngineModel;
  readonly seed: number;
  readonly run: number;
}

/** Two more instances of the same compiled process, moved between the acts of the first. */
class Neighbours {
  private readonly instances: StepResult[];

  constructor(
    private readonly process: CompiledProcess,
    private readonly random: Random,
  ) {
    this.instances = [0, 1].map(() => step(process, { variables: { list, ...answers(random) } }, { kind: 'start' }, { now }));
  }

  move(): void {
    const at = this.random.below(2);
    const instance = this.instances[at];
    if (!instance || instance.ended) return;
    const act = actOn(this.random.pick(instance.waits), answers(this.random), false);
    this.instances[at] = step(this.process, instance, act, { now });
  }
}

/** One durable run against one uninterrupted run of the oracle. Answers how many acts were compared. */
async function compare({ compile, model, seed, run }: Case): Promise<number> {
  const random = new Random(seed * 1_000 + run);
  const trail: string[] = [];
  const variables = { list, ...answers(random) };
  const neighbours = new Neighbours(compile(), random);
  const oracle = await BpmnEngineRun.start(model, { data: variables, now });
  let result = step(compile(), { variables }, { kind: 'start' }, { now });
  for (let count = 0; ; count += 1) {
    const mine = { waiting: waitingOf(result), isOver: result.ended !== undefined, data: result.variables };
    const theirs = { waiting: oracle.isOver ? '' : oracle.waiting.join(' '), isOver: oracle.isOver, data: oracle.data };
    if (JSON.stringify(sorted(mine)) !== JSON.stringify(sorted(theirs))) {
      throw new Error(
        `seed ${seed} run ${run} after ${trail.join(' ') || 'start'}\nkernel ${JSON.stringify(mine)}\noracle ${JSON.stringify(theirs)}`,
      );
    }
    if (result.ended || count === MAX_ACTS) return count + 1;
    const wait = random.pick(result.waits);
    const act = actOn(wait, answers(random), random.below(2) === 0);
    trail.push(`${act.kind}:${label(wait.nodeId, wait.loop?.index)}`);
    neighbours.move();
    const saved: Snapshot = throughJson({ state: result.state, variables: result.variables });
    result = step(compile(), saved, act, { now });
    tellOracle(oracle, wait, act);
  }
}

const sorted = ({ waiting, isOver, data }: { waiting: string; isOver: boolean; data: JsonObject }): unknown => [
  waiting,
  isOver,
  Object.entries(data).sort(),
];

describe('the kernel against bpmn-engine', () => {
  it('has the same waits, data and end after every act of random runs of random models', async () => {
    let compared = 0;
    const mismatches: string[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + MODELS; seed += 1) {
      // given
      const xml = randomModel(seed, SHARED_BLOCKS, seed % 4 === 0 ? 3 : 2);
      const { source, problems } = await parseModel(xml);
      if (!source || problems.length > 0) throw new Error(`seed ${seed}: ${JSON.stringify(problems)}`);
      const model = await readForBpmnEngine(xml);
      for (let run = 0; run < RUNS_PER_MODEL; run += 1) {
        // when
        try {
          compared += await compare({ compile: () => compileProcess(source), model, seed, run });
        } catch (error) {
          mismatches.push(error instanceof Error ? error.message : String(error));
        }
      }
    }
    // then
    expect(mismatches.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(MODELS * RUNS_PER_MODEL);
  }, 300_000);
});
