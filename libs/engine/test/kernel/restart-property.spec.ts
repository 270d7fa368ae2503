import type { JsonObject } from '@fashen/plugin-api';
import { type Act, type CompiledProcess, compileProcess, step, type StepResult, type Wait } from '../../kernel';
import { parseModel } from '../../model';
import { Random } from './oracle/random';
import { ANSWERS, OWN_BLOCKS, randomModel, SHARED_BLOCKS } from './oracle/random-model';

/** As in the comparison with the oracle: `FASHEN_SEED=7 FASHEN_RUNS=1` runs the model of seed 7 alone. */
const FIRST_SEED = Number(process.env['FASHEN_SEED'] ?? 1);
const MODELS = Number(process.env['FASHEN_RUNS'] ?? 250);
const RUNS_PER_MODEL = 3;
const MAX_ACTS = 20;
const now = new Date('2026-03-02T01:00:00Z');
const blocks = [...OWN_BLOCKS, ...OWN_BLOCKS, ...SHARED_BLOCKS];

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const answers = (random: Random): JsonObject => Object.fromEntries(ANSWERS.map((name) => [name, random.below(2) === 0]));

function actOn({ executionId, kind, nodeId, loop }: Wait, random: Random): Act {
  const output = answers(random);
  if (kind === 'timer') return { kind: 'timer', executionId };
  if (kind === 'message') return { kind: 'message', executionId, output };
  if (kind === 'call') return { kind: 'childEnded', executionId, output };
  // Elsewhere a cancelled token may be the one a join waits for.
  if (loop && random.below(4) === 0) return { kind: 'cancel', executionId };
  const fails = nodeId.startsWith('F') && random.below(2) === 0;
  return fails ? { kind: 'bpmnError', executionId, code: 'E1' } : { kind: 'complete', executionId, output };
}

/** What must hold after every act, whatever the model. */
function brokenRule(before: StepResult | undefined, after: StepResult): string | undefined {
  const ids = after.state.t.map(({ i }) => i);
  if (new Set(ids).size !== ids.length) return 'an execution id is used twice';
  if (isOrphaned(after, new Set(ids))) return 'an execution is orphaned';
  if ((after.ended === undefined) !== after.waits.length > 0) return 'the instance runs and nothing waits, or is over and something does';
  return brokenDiff(before?.waits ?? [], after);
}

const isOrphaned = ({ state }: StepResult, known: ReadonlySet<string>): boolean =>
  state.t.some(({ p, a }) => [p, a].some((id) => id !== undefined && !known.has(id)));

function brokenDiff(before: readonly Wait[], { waits, opened, closed }: StepResult): string | undefined {
  const without = (all: readonly Wait[], others: readonly Wait[]): string[] => {
    const known = new Set(others.map(({ executionId }) => executionId));
    return all.map(({ executionId }) => executionId).filter((id) => !known.has(id));
  };
  const closedIds = closed.map(({ executionId }) => executionId);
  if (without(before, waits).sort().join() !== closedIds.sort().join()) return 'closed waits are not those that went';
  return without(waits, before).join() === opened.map(({ executionId }) => executionId).join()
    ? undefined
    : 'opened waits are not those that came';
}

/** An uninterrupted run beside one that is saved, loaded and compiled anew between any two acts, with a third instance in between. */
function compare(compile: () => CompiledProcess, seed: number, run: number): number {
  const random = new Random(seed * 1_000 + run);
  const variables = { list: ['a', 'b', 'c'], ...answers(random) };
  const hot = compile();
  const trail: string[] = [];
  let memory = step(hot, { variables }, { kind: 'start' }, { now });
  let durable = step(compile(), throughJson({ variables }), { kind: 'start' }, { now });
  let neighbour = memory;
  let before: StepResult | undefined;
  for (let count = 0; ; count += 1) {
    const broken = brokenRule(before, durable) ?? (JSON.stringify(memory) === JSON.stringify(durable) ? undefined : 'the runs differ');
    if (broken !== undefined) throw new Error(`seed ${seed} run ${run} after ${trail.join(' ') || 'start'}: ${broken}`);
    if (durable.ended || count === MAX_ACTS) return count + 1;
    const wait = random.pick(durable.waits);
    const act = actOn(wait, random);
    trail.push(`${act.kind}:${wait.nodeId}`);
    if (!neighbour.ended) neighbour = step(hot, neighbour, actOn(random.pick(neighbour.waits), random), { now });
    before = durable;
    memory = step(hot, memory, act, { now });
    durable = step(compile(), throughJson({ state: durable.state, variables: durable.variables }), act, { now });
  }
}

describe('the kernel against itself without restarts', () => {
  it('does the same with and without restarts, and keeps its promises after every act', async () => {
    let compared = 0;
    const problems: string[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + MODELS; seed += 1) {
      // given
      const { source, problems: found } = await parseModel(randomModel(seed, blocks, 3));
      if (!source || found.length > 0) throw new Error(`seed ${seed}: ${JSON.stringify(found)}`);
      for (let run = 0; run < RUNS_PER_MODEL; run += 1) {
        // when
        try {
          compared += compare(() => compileProcess(source), seed, run);
        } catch (error) {
          problems.push(error instanceof Error ? error.message : String(error));
        }
      }
    }
    // then
    expect(problems.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(MODELS * RUNS_PER_MODEL);
  }, 300_000);
});
