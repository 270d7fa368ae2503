import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseState } from './adapter';
import { conformanceCases } from './cases';
import type { Step } from './conformance-case';
import { runCase } from './run/case-run';
import { resultLine, summaryLine } from './run/table';
import { type Distortion, oracleAdapter, stubbornAdapter } from './test/oracle-adapter';

const table = conformanceCases.map((one) => [one.id, one] as const);

/** Parts of an expectation that look at where the case stands. */
type StateKey = 'open' | 'status' | 'seats' | 'visits' | 'recorded' | 'copies' | 'data' | 'printed';

const looksAt = ({ expect = {}, either = [] }: Step, key: StateKey): boolean =>
  [expect, ...either].some((expected) => expected[key] !== undefined);

/** A line of the guide, whatever blanks fill its columns. */
const lineOf = (...cells: readonly string[]): RegExp =>
  new RegExp(`\\| ${cells.map((cell) => cell.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(' +\\| ')} +\\|`);

describe('the cases', () => {
  it('are E1 to E67, each once', () => {
    expect(conformanceCases.map(({ id }) => id)).toEqual(Array.from({ length: 67 }, (_, index) => `E${index + 1}`));
  });

  it.each(table)('%s says why and looks at something after its last step or race', (_id, one) => {
    expect(one.why.length).toBeGreaterThan(20);
    const last = one.steps.at(-1);
    expect(Object.keys({ ...last?.expect, ...last?.either?.[0] }).length).toBeGreaterThan(0);
  });

  it('stand in the guide as they are', () => {
    const guide = readFileSync(join(__dirname, '../../apps/docs/conformance.md'), 'utf8');
    for (const { id, title, why } of conformanceCases) expect(guide).toMatch(lineOf(id, title, why));
  });

  it.each(table)('%s names only people and nodes that exist', (_id, one) => {
    const people = new Set(one.world.people.map(({ id }) => id));
    const deployed = one.steps.flatMap(({ do: operation }) => (operation.op === 'deploy' ? [operation.model] : []));
    const models = [...one.models, ...deployed];
    const named = models
      .flatMap(({ nodes }) => Object.values(nodes))
      .flatMap(({ assignee, sign }) => [assignee ?? [], ...(sign?.signers ?? [])]);
    for (const name of named.flat().filter((text) => !text.startsWith('role:'))) expect(people).toContain(name);
    for (const { do: operation } of one.steps) {
      if ('by' in operation) expect(people).toContain(operation.by);
      if ('node' in operation) expect(models.map(({ bpmn }) => bpmn).join('')).toContain(`<userTask id="${operation.node}"`);
    }
  });
});

describe('the runner', () => {
  it.each(table)('passes an engine that does as %s says, straight and with restarts', async (_id, one) => {
    expect(await runCase(oracleAdapter(one), { ...one, tries: 1 })).toMatchObject({ id: one.id, passed: true });
  });

  it.each(table)('fails an engine that says yes to %s and does nothing', async (_id, one) => {
    expect(await runCase(stubbornAdapter({ kind: 'done' }), one)).toMatchObject({ passed: false });
  });

  it.each(table)('fails an engine that says no to everything in %s', async (_id, one) => {
    expect(await runCase(stubbornAdapter({ kind: 'refused', because: 'CONFLICT', code: 'x' }), one)).toMatchObject({ passed: false });
  });

  it.each(table)('counts what an adapter cannot do in %s as failed', async (_id, one) => {
    const { passed, difference } = await runCase(stubbornAdapter({ kind: 'unsupported', why: 'no such operation' }), one);
    expect({ passed, difference }).toMatchObject({ passed: false, difference: expect.stringContaining('no such operation') });
  });

  it.each(table)('sees every difference from what %s expects, at every step', async (_id, one) => {
    for (const [at, step] of one.steps.entries()) {
      for (const [key, distort] of Object.entries(DISTORTED)) {
        if (!looksAt(step, key as StateKey)) continue;
        const distortion: Distortion = { state: (state, index) => (index === at ? distort(state) : state) };
        const { passed } = await runCase(oracleAdapter(one, distortion), { ...one, tries: 1 });
        expect({ step: at + 1, key, passed }).toEqual({ step: at + 1, key, passed: false });
      }
    }
  });

  it.each(table)('sees in %s when a refusal does not say whose doing it is, and when somebody is not told, or twice', async (_id, one) => {
    for (const [at, step] of one.steps.entries()) {
      for (const [key, distortion] of SILENCED) {
        if (step.expect?.[key] === undefined) continue;
        const { passed } = await runCase(oracleAdapter(one, distortion(at)), { ...one, tries: 1 });
        expect({ step: at + 1, key, passed }).toEqual({ step: at + 1, key, passed: false });
      }
    }
  });

  it.each(table)('sees in %s when a refusal is missing, and when there is one too many', async (_id, one) => {
    for (const [at, step] of one.steps.entries()) {
      if (step.do.op === 'parallel' || step.suffices) continue;
      const flipped: Distortion = {
        answer: (answer, index) => {
          if (index !== at) return answer;
          return answer.kind === 'refused' ? { kind: 'done' } : { kind: 'refused', because: 'LOCKED', code: 'x' };
        },
      };
      const { passed } = await runCase(oracleAdapter(one, flipped), { ...one, tries: 1 });
      expect({ step: at + 1, passed }).toEqual({ step: at + 1, passed: false });
    }
  });

  it('stops the engine before each step when asked to', async () => {
    // given
    const [, one] = table[1] ?? [];
    const seen: string[] = [];
    const adapter = stubbornAdapter({ kind: 'done' });
    const watching = {
      ...adapter,
      open: async (world: Parameters<typeof adapter.open>[0]) => {
        const inner = await adapter.open(world);
        return {
          ...inner,
          perform: async (operation: Parameters<typeof inner.perform>[0]) => (seen.push(operation.op), inner.perform(operation)),
        };
      },
    };
    // when
    if (one) await runCase(watching, one, 'reload');
    // then
    expect(seen.slice(0, 5)).toEqual(['deploy', 'restart', 'start', 'restart', 'agree']);
  });

  it('judges time limits, and leaves them alone where other work runs beside it', async () => {
    // given
    const [, one] = table[0] ?? [];
    const late = one && { ...one, steps: one.steps.map((step) => ({ ...step, expect: { ...step.expect, withinMs: -1 } })) };
    // when
    const [judged, left] = [
      late && (await runCase(oracleAdapter(late), late)),
      late && (await runCase(oracleAdapter(late), late, 'straight', { time: false })),
    ];
    // then
    expect(judged).toMatchObject({ passed: false, difference: expect.stringContaining('-1 ms at most') });
    expect(left).toMatchObject({ passed: true });
  });

  it('says what an adapter threw', async () => {
    const adapter = { name: 'broken', open: () => Promise.reject(new Error('no database')) };
    const [one] = conformanceCases;
    const result = one && (await runCase(adapter, one));
    expect(result).toMatchObject({ passed: false, difference: 'the adapter failed: no database' });
  });

  it('prints one line per case and a last line', () => {
    const results = [
      { id: 'E1', title: 'one', passed: true, ms: 12 },
      { id: 'E22', title: 'two', passed: false, difference: 'step 2 (yi agree check): refused: FORBIDDEN x', ms: 3 },
    ];
    expect(results.map(resultLine)).toEqual([
      'E1   passed     12 ms  one',
      'E22  FAILED      3 ms  two\n     step 2 (yi agree check): refused: FORBIDDEN x',
    ]);
    expect(summaryLine(results)).toBe('1 passed, 1 failed');
  });
});

/** One thing wrong with a state, by the part of the expectation that must see it. */
const DISTORTED: { readonly [key in StateKey]: (state: CaseState) => CaseState } = {
  open: (state) => ({ ...state, open: [...state.open, { node: 'ghost', holder: 'jia', kind: 'main' }] }),
  status: (state) => ({ ...state, status: 'TERMINATED' }),
  seats: (state) => ({ ...state, seats: state.seats.map((seat) => ({ ...seat, status: 'SKIPPED' as never })) }),
  visits: (state) => ({ ...state, visits: state.visits.map((visit) => ({ ...visit, status: 'LOST' as never })) }),
  recorded: (state) => ({ ...state, record: [] }),
  copies: (state) => ({ ...state, copies: [...state.copies, { person: 'ghost', kind: 'CC', read: false }] }),
  data: (state) => ({ ...state, data: {} }),
  printed: (state) => ({ ...state, printed: ['ghost'] }),
};

/** Ways of not saying what must be said, by the part of the expectation that must see it. */
const SILENCED: readonly (readonly ['blamed' | 'noticed', (at: number) => Distortion])[] = [
  ['blamed', (at) => ({ answer: (answer, index) => (index === at && answer.kind === 'refused' ? { ...answer, blamed: {} } : answer) })],
  ['noticed', (at) => ({ notices: (notices, index) => (index === at ? [...notices, ...notices] : notices) })],
  ['noticed', (at) => ({ notices: (notices, index) => (index === at ? notices.slice(1) : notices) })],
];
