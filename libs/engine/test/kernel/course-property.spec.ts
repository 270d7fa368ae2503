import type { JsonObject } from '@fashen/plugin-api';
import {
  type Act,
  compileProcess,
  type CompiledProcess,
  type CourseStep,
  type KernelState,
  rebuild,
  replay,
  step,
  type Wait,
  waitsOf,
} from '../../kernel';
import { parseModel } from '../../model';
import { Random } from './oracle/random';
import { ANSWERS, OWN_BLOCKS, randomModel, SHARED_BLOCKS } from './oracle/random-model';

const FIRST_SEED = Number(process.env['FASHEN_SEED'] ?? 1);
const MODELS = Number(process.env['FASHEN_RUNS'] ?? 200);
const RUNS_PER_MODEL = 3;
const MAX_ACTS = 25;
const begin = Date.parse('2026-03-02T01:00:00Z');
const blocks = [...OWN_BLOCKS, ...SHARED_BLOCKS];

interface Case {
  state: KernelState;
  variables: JsonObject;
  course: readonly CourseStep[];
  waits: readonly Wait[];
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const answers = (random: Random): JsonObject => Object.fromEntries(ANSWERS.map((name) => [name, random.below(2) === 0]));

function actOn({ executionId, kind, nodeId, loop }: Wait, random: Random): Act {
  const output = answers(random);
  if (kind === 'timer') return { kind: 'timer', executionId };
  if (kind === 'message') return { kind: 'message', executionId, output };
  if (kind === 'call') return { kind: 'childEnded', executionId, output };
  if (loop && random.below(4) === 0) return { kind: 'cancel', executionId };
  const fails = nodeId.startsWith('F') && random.below(2) === 0;
  return fails ? { kind: 'bpmnError', executionId, code: 'E1' } : { kind: 'complete', executionId, output };
}

/** Ends of this instance that could be taken back: what the steps of its course name. */
const endedIn = ({ course }: Case): readonly string[] => course.flatMap(({ e }) => e ?? []);

const idsOf = (waits: readonly Wait[]): ReadonlySet<string> => new Set(waits.map(({ executionId }) => executionId));

const positionOf = ({ t, j }: KernelState): string => JSON.stringify([t, j]);

/** What must not change of executions that lived all the time; a loop may count fewer that are done. */
const timesOf = (executions: KernelState['t']): string =>
  JSON.stringify(
    executions.map(({ i, n, p, a, d, r, x }) => [i, n, p, a, d, r, x]).sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
  );

/** Replaying the course, through JSON, must give the state it led to, whatever the case data is by now. */
function replayProblem(process: CompiledProcess, current: Case): string | undefined {
  const other = { variables: { list: ['x'] }, counter: current.state.n, reopen: [] };
  const { state, course, undone } = replay(process, { ...other, course: throughJson(current.course) }, { now: new Date(0) });
  if (undone.length > 0) return 'the replay left steps out';
  if (positionOf(state) !== positionOf(current.state))
    return 'the replay led to another state: ' + positionOf(state) + ' / ' + positionOf(current.state) + JSON.stringify(current.course);
  return JSON.stringify(course) === JSON.stringify(current.course) ? undefined : 'the replay kept another course';
}

/** What must hold of a case after something was taken back. */
function moveProblem(process: CompiledProcess, before: Case, after: Case, reopened: string): string | undefined {
  const ids = after.state.t.map(({ i }) => i);
  if (new Set(ids).size !== ids.length) return 'an execution id is used twice';
  if (after.state.t.some(({ p, a }) => [p, a].some((id) => id !== undefined && !ids.includes(id)))) return 'an execution is orphaned';
  if (after.waits.length === 0) return 'nothing waits';
  const known = idsOf(before.waits);
  const nodeId = before.course.flatMap(({ o = [] }) => o).find(([id]) => id === reopened)?.[1];
  if (!after.waits.some((wait) => wait.nodeId === nodeId && !known.has(wait.executionId))) return 'the node does not wait again';
  const kept = before.state.t.filter(({ i }) => ids.includes(i));
  const same = after.state.t.filter(({ i }) => kept.some((old) => old.i === i));
  if (timesOf(kept) !== timesOf(same)) return 'what waited all the time has changed';
  return replayProblem(process, after);
}

class Play {
  moves = 0;
  refused = 0;
  acts = 0;

  constructor(
    private readonly process: CompiledProcess,
    private readonly random: Random,
  ) {}

  /** Random acts, now and then one taken back, until the end. Answers what went wrong. */
  run(): string | undefined {
    let current = this.started();
    for (let count = 0; count < MAX_ACTS; count += 1) {
      const problem = replayProblem(this.process, current);
      if (problem) return problem;
      const moved = this.random.below(4) === 0 ? this.moved(current) : undefined;
      if (typeof moved === 'string') return moved;
      if (moved) {
        current = moved;
        continue;
      }
      const next = this.act(current, count);
      if (!next) return undefined;
      current = next;
    }
    return undefined;
  }

  /** The case after something was taken back, or what is wrong with it; nothing when nothing can be. */
  private moved(current: Case): Case | string | undefined {
    const ended = endedIn(current);
    if (ended.length === 0) return undefined;
    const target = this.random.pick(ended);
    const after = this.takeBack(current, target);
    const problem = after && moveProblem(this.process, current, after, target);
    return problem ? `${problem} (taken back: ${target})` : after;
  }

  private started(): Case {
    const variables = { list: ['a', 'b', 'c'], ...answers(this.random) };
    const result = step(this.process, { variables }, { kind: 'start' }, { now: new Date(begin) });
    return { ...result, course: result.course ? [result.course] : [] };
  }

  private act(current: Case, count: number): Case | undefined {
    this.acts += 1;
    if (current.waits.length === 0) return undefined;
    const now = new Date(begin + (count + 1) * 3_600_000);
    const result = step(this.process, current, actOn(this.random.pick(current.waits), this.random), { now });
    if (result.ended) return undefined;
    return { ...result, course: [...current.course, ...(result.course ? [result.course] : [])] };
  }

  /** Some ends cannot be taken back: a branch event that won leaves no wait of its own when its gateway is gone. */
  private takeBack(current: Case, target: string): Case | undefined {
    try {
      const { course, variables } = current;
      const rebuilt = rebuild(this.process, { state: current.state, variables }, { reopen: [target], course }, { now: new Date(begin) });
      this.moves += 1;
      return { state: rebuilt.state, variables, course: rebuilt.course, waits: waitsOf(this.process, rebuilt.state) };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'engine.NOTHING_WAITS') {
        this.refused += 1;
        return undefined;
      }
      throw error;
    }
  }
}

describe('the course of an instance', () => {
  it('replayed gives the state, and steps taken back leave a sound case', async () => {
    const problems: string[] = [];
    let [acts, moves, refused] = [0, 0, 0];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + MODELS; seed += 1) {
      const { source } = await parseModel(randomModel(seed, blocks, 3));
      if (!source) throw new Error(`seed ${seed}: the model cannot be read`);
      for (let run = 0; run < RUNS_PER_MODEL; run += 1) {
        const play = new Play(compileProcess(source), new Random(seed * 1_000 + run));
        let problem: string | undefined;
        try {
          problem = play.run();
        } catch (error) {
          problem = String(error instanceof Error ? (error.stack ?? error.message) : error);
        }
        if (problem) problems.push(`seed ${seed} run ${run}: ${problem}`);
        [acts, moves, refused] = [acts + play.acts, moves + play.moves, refused + play.refused];
      }
    }
    expect(problems.slice(0, 5)).toEqual([]);
    expect(moves).toBeGreaterThan(MODELS);
    expect(refused).toBeLessThan(moves / 4);
    expect(acts).toBeGreaterThan(MODELS * RUNS_PER_MODEL);
  }, 300_000);
});
