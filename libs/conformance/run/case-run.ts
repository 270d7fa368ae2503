import type { Answer, CaseState, ConformanceAdapter, EngineWorld, Inbox, Notice } from '../adapter';
import type { ConformanceCase, Expectation, Step } from '../conformance-case';
import type { Operation, SingleOperation } from '../operation';
import { answerDifference, answerText, raceDifference } from './compare-answer';
import { differs, stateDifference, unordered } from './compare-state';
import { operationText } from './operation-text';
import { noticeText } from './texts';

/** `straight`: as it is written. `reload`: the engine is stopped and started before every step. */
export type RunMode = 'straight' | 'reload';

/** How one case went. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  /** The first thing that was otherwise than expected. */
  readonly difference?: string;
  readonly ms: number;
}

/** With restarts a race is played this often at most: it is decided in one moment, and a restart takes its time. */
const TRIES_WITH_RESTARTS = 3;

/** How strictly a case is judged. */
export interface Judging {
  /** False on a machine that does other work beside it, where a time limit says nothing about the engine. */
  readonly time: boolean;
}

/** Plays one case. Whatever an adapter throws is a failure of the case, never of the run. */
export async function runCase(
  adapter: ConformanceAdapter,
  one: ConformanceCase,
  mode: RunMode = 'straight',
  judging: Judging = { time: true },
): Promise<CaseResult> {
  const begin = performance.now();
  const tries = mode === 'straight' ? (one.tries ?? 1) : Math.min(one.tries ?? 1, TRIES_WITH_RESTARTS);
  let difference: string | undefined;
  for (let turn = 1; turn <= tries && difference === undefined; turn += 1) difference = await playOnce(adapter, one, { mode, judging });
  const { id, title } = one;
  return { id, title, passed: difference === undefined, difference, ms: Math.round(performance.now() - begin) };
}

interface Playing {
  readonly mode: RunMode;
  readonly judging: Judging;
}

async function playOnce(adapter: ConformanceAdapter, one: ConformanceCase, how: Playing): Promise<string | undefined> {
  let world: EngineWorld | undefined;
  try {
    world = await adapter.open(one.world);
    return await new Play(world, how).all(one);
  } catch (error) {
    return `the adapter failed: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await world?.close();
  }
}

/** One case being played. */
class Play {
  private bytesAtFirst: number | undefined;
  /** A refusal that is right too has ended the case. */
  private isOver = false;

  constructor(
    private readonly world: EngineWorld,
    private readonly how: Playing,
  ) {}

  async all(one: ConformanceCase): Promise<string | undefined> {
    for (const model of one.models) {
      const difference = answerDifference({}, await this.world.perform({ op: 'deploy', model }));
      if (difference !== undefined) return `deploying ${model.key}: ${difference}`;
    }
    for (const [index, step] of one.steps.entries()) {
      const difference = await this.step(step);
      if (difference !== undefined) return `step ${index + 1} (${operationText(step.do)}): ${difference}`;
      if (this.isOver) return undefined;
    }
    return undefined;
  }

  private async step(step: Step): Promise<string | undefined> {
    const { expect = {}, either = [] } = step;
    if (this.how.mode === 'reload') await this.world.perform({ op: 'restart' });
    const begin = performance.now();
    const wrong = await this.perform(step, expect);
    const ms = performance.now() - begin;
    if (wrong !== undefined) return wrong;
    if (this.how.judging.time && expect.withinMs !== undefined && ms > expect.withinMs)
      return differs('time', `${expect.withinMs} ms at most`, `${Math.round(ms)} ms`);
    const caseName = step.of ?? caseOf(step.do);
    return (await this.look(expect, caseName)) ?? (await this.lookEither(either, caseName));
  }

  /** Does it and compares the answer. */
  private async perform({ do: operation, suffices = [] }: Step, expect: Expectation): Promise<string | undefined> {
    if (operation.op === 'parallel') {
      const answers = await Promise.all(operation.acts.map((act) => this.world.perform(act)));
      return raceDifference([expect.winners ?? 1].flat(), answers);
    }
    if (operation.op === 'repeat') return this.repeat(operation.times, operation.acts);
    const answer = await this.world.perform(operation);
    if (answer.kind !== 'refused' || !suffices.includes(answer.because)) return answerDifference(expect, answer);
    this.isOver = true;
    return undefined;
  }

  private async repeat(times: number, acts: readonly SingleOperation[]): Promise<string | undefined> {
    for (let turn = 1; turn <= times; turn += 1) {
      for (const act of acts) {
        const answer = await this.world.perform(act);
        if (answer.kind !== 'done') return `round ${turn}, ${operationText(act)}: ${saidOf(answer)}`;
      }
    }
    return undefined;
  }

  private async look(expect: Expectation, caseName: string | undefined): Promise<string | undefined> {
    const { inbox = {} } = expect;
    for (const [person, count] of Object.entries(inbox)) {
      const difference = inboxDifference(person, count, await this.world.inbox(person));
      if (difference !== undefined) return difference;
    }
    for (const [person, texts] of Object.entries(expect.noticed ?? {})) {
      const difference = noticeDifference(person, texts, await this.world.notices(person));
      if (difference !== undefined) return difference;
    }
    if (!looksAtState(expect)) return undefined;
    const state = await this.world.state(caseName);
    return stateDifference(expect, state) ?? this.growth(expect, state);
  }

  private growth({ grownByAtMost }: Expectation, { stateBytes }: CaseState): string | undefined {
    if (grownByAtMost === undefined) return undefined;
    this.bytesAtFirst ??= stateBytes;
    const grown = stateBytes - this.bytesAtFirst;
    return grown <= grownByAtMost ? undefined : differs('bytes kept', `${grownByAtMost} more at most`, `${grown} more`);
  }

  private async lookEither(either: readonly Expectation[], caseName: string | undefined): Promise<string | undefined> {
    if (either.length === 0) return undefined;
    const state = await this.world.state(caseName);
    const differences = either.map((expected) => stateDifference(expected, state));
    return differences.includes(undefined) ? undefined : `neither fits: ${differences.join('; nor ')}`;
  }
}

function saidOf(answer: Answer): string {
  return answer.kind === 'unsupported' ? `not supported: ${answer.why}` : answerText(answer);
}

function inboxDifference(person: string, expected: number, { listed, counted }: Inbox): string | undefined {
  if (listed === expected && counted === expected) return undefined;
  return differs(`inbox of ${person}`, `${expected} tasks`, `${listed} listed and ${counted} counted`);
}

/** Only the kinds that are expected are counted: what else a person is told is the engine's business. */
function noticeDifference(person: string, expected: readonly string[], told: readonly Notice[]): string | undefined {
  const kinds = new Set(expected.map((text) => text.split(' ')[0]));
  const found = told.filter(({ kind }) => kinds.has(kind)).map(noticeText);
  return unordered(`told to ${person}`, expected, found);
}

const ANSWER_ONLY: ReadonlySet<string> = new Set(['refused', 'blamed', 'winners', 'told', 'affected', 'inbox', 'noticed', 'withinMs']);

const looksAtState = (expect: Expectation): boolean => Object.keys(expect).some((key) => !ANSWER_ONLY.has(key));

const caseOf = (operation: Operation): string | undefined => ('case' in operation ? operation.case : undefined);
