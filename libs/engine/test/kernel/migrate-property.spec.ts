import type { JsonObject } from '@fashen/plugin-api';
import {
  type Act,
  compileProcess,
  type CompiledProcess,
  type CourseStep,
  isMisfit,
  migrate,
  step,
  type StepResult,
  type Wait,
} from '../../kernel';
import { parseModel } from '../../model';
import { Random } from './oracle/random';
import { ANSWERS, OWN_BLOCKS, randomModel, SHARED_BLOCKS } from './oracle/random-model';

const FIRST_SEED = Number(process.env['FASHEN_SEED'] ?? 1);
const MODELS = Number(process.env['FASHEN_RUNS'] ?? 150);
const MAX_ACTS = 20;
const begin = Date.parse('2026-03-02T01:00:00Z');
const blocks = [...OWN_BLOCKS, ...SHARED_BLOCKS];

const answers = (random: Random): JsonObject => Object.fromEntries(ANSWERS.map((name) => [name, random.below(2) === 0]));

function actOn({ executionId, kind, nodeId }: Wait, random: Random): Act {
  const output = answers(random);
  if (kind === 'timer') return { kind: 'timer', executionId };
  if (kind === 'message') return { kind: 'message', executionId, output };
  if (kind === 'call') return { kind: 'childEnded', executionId, output };
  const fails = nodeId.startsWith('F') && random.below(2) === 0;
  return fails ? { kind: 'bpmnError', executionId, code: 'E1' } : { kind: 'complete', executionId, output };
}

/** The same drawing with every id of a flow node written otherwise, and the map between them. */
function renamed(xml: string, nodes: readonly string[]): { readonly xml: string; readonly map: Readonly<Record<string, string>> } {
  const map = Object.fromEntries(nodes.map((id) => [id, `N_${id}`]));
  const other = xml.replace(/\b(id|sourceRef|targetRef|attachedToRef|default)="([^"]+)"/g, (all, name: string, id: string) =>
    map[id] ? `${name}="${map[id]}"` : all,
  );
  return { xml: other, map };
}

async function compiled(xml: string): Promise<CompiledProcess> {
  const { source } = await parseModel(xml);
  if (!source) throw new Error('the model cannot be read');
  return compileProcess(source);
}

interface Play {
  readonly result: StepResult;
  readonly course: readonly CourseStep[];
}

/** Random acts, asking after each one; stops when the instance is over. */
function play(process: CompiledProcess, random: Random, check: (now: Play) => string | undefined): string | undefined {
  let result = step(process, { variables: { list: ['a', 'b', 'c'], ...answers(random) } }, { kind: 'start' }, { now: new Date(begin) });
  const course: CourseStep[] = [];
  for (let count = 0; count < MAX_ACTS; count += 1) {
    if (result.course) course.push(result.course);
    if (result.ended) return undefined;
    const problem = check({ result, course });
    if (problem) return problem;
    result = step(process, result, actOn(random.pick(result.waits), random), { now: new Date(begin + count * 3_600_000) });
  }
  return undefined;
}

describe('an instance in another drawing', () => {
  it('goes on in the same drawing under other ids, with everything that waits, and ends as it would have ended', async () => {
    const problems: string[] = [];
    let asked = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + MODELS; seed += 1) {
      // given
      const xml = randomModel(seed, blocks, 3);
      const from = await compiled(xml);
      const other = renamed(xml, [...from.nodes.keys()]);
      const to = await compiled(other.xml);
      const random = new Random(seed);
      // when
      const problem = play(from, random, ({ result, course }) => {
        asked += 1;
        const variables = { list: ['other'] };
        const moved = migrate({ from, to, nodes: other.map, course }, { state: result.state, variables }, { now: new Date(0) });
        if (isMisfit(moved)) return `${moved.problem} at ${moved.nodeId}`;
        const same = JSON.stringify(result.state).replace(/"n":"(?!N_)([^"]+)"/g, (_all, id: string) => `"n":"N_${id}"`);
        if (JSON.stringify(moved.state) !== same) return 'another state';
        const back = migrate(
          {
            from: to,
            to: from,
            nodes: Object.fromEntries(Object.entries(other.map).map(([one, two]) => [two, one])),
            course: moved.course,
          },
          { state: moved.state, variables },
          { now: new Date(0) },
        );
        if (isMisfit(back)) return `back: ${back.problem}`;
        return JSON.stringify(back.state) === JSON.stringify(result.state) ? undefined : 'back: another state';
      });
      if (problem) problems.push(`seed ${seed}: ${problem}`);
    }
    // then
    expect(problems.slice(0, 5)).toEqual([]);
    expect(asked).toBeGreaterThan(MODELS);
  }, 120_000);
});
