import type { JsonObject, TryOutAct, TryOutAgreement, TryOutDifference } from '@fashen/plugin-api';
import type { CompiledProcess, StepResult, Wait } from '../kernel';
import { type BpmnEngineModel, BpmnEngineRun, label, type WaitAt } from './bpmn-engine-run';
import { crowdedSteps, knownDifferences } from './known-differences.rules';

const VISITS = 10_000;
const MILLISECONDS = 2_000;

/** bpmn-engine used up what a try-out allows it. */
class OutOfBudgetError extends Error {}

/** The process in both forms, and what it starts with. */
export interface Opinion {
  readonly process: CompiledProcess;
  readonly model: BpmnEngineModel;
  readonly data: JsonObject;
  readonly now: Date;
}

/**
 * bpmn-engine beside our kernel: gets the same acts and is compared after each. Once it has come to something else it is not asked again,
 * since one difference brings others. Whatever it throws is an answer, never an exception.
 */
export class SecondOpinion {
  private run: BpmnEngineRun | undefined;
  private verdict: TryOutAgreement = { kind: 'same' };
  private acts = 0;
  private visits = 0;
  private spent = 0;
  private begun = 0;

  constructor(private readonly opinion: Opinion) {}

  get agreement(): TryOutAgreement {
    return this.verdict;
  }

  /** Starts it; `ours` is where the kernel came to. */
  async start(ours: StepResult): Promise<void> {
    const { model, data, now } = this.opinion;
    this.begun = performance.now();
    try {
      this.run = await BpmnEngineRun.start(model, { data, now, onVisit: () => this.count() });
      this.compare(ours);
    } catch (failure) {
      this.giveUp(failure, ours);
    }
    this.spent += performance.now() - this.begun;
  }

  /** Does one act that the kernel has done: at `wait`, the `nth` of those that waited at its node. */
  act(told: TryOutAct, wait: Wait, at: { readonly now: Date; readonly ours: StepResult }): void {
    this.acts += 1;
    if (this.verdict.kind !== 'same' || !this.run) return;
    this.begun = performance.now();
    try {
      this.run.now = at.now;
      perform(this.run, told, { nodeId: wait.nodeId, nth: told.at ?? 0, ...(wait.loop && { index: wait.loop.index }) });
      this.compare(at.ours);
    } catch (failure) {
      this.giveUp(failure, at.ours);
    }
    this.spent += performance.now() - this.begun;
  }

  private count(): void {
    this.visits += 1;
    const isOver = this.visits > VISITS || this.spent + performance.now() - this.begun > MILLISECONDS;
    if (isOver) throw new OutOfBudgetError('the second opinion takes too long');
  }

  private compare(result: StepResult): void {
    if (!this.run) return;
    const ours = labelsOf(result);
    const theirs = this.run.isOver ? [] : this.run.waiting;
    const isSame = (result.ended !== undefined) === this.run.isOver && isEqual(ours, theirs) && isEqual(result.variables, this.run.data);
    if (!isSame) this.verdict = { kind: 'different', afterAct: this.acts, ours, theirs, because: this.reasons(result) };
  }

  private giveUp(failure: unknown, ours: StepResult): void {
    const isSlow = failure instanceof OutOfBudgetError;
    const known = isSlow ? [] : this.reasons(ours);
    const because: readonly TryOutDifference[] = known.length > 0 ? known : [{ reason: isSlow ? 'outOfBudget' : 'failed' }];
    this.verdict = { kind: 'unchecked', afterAct: this.acts, because };
  }

  private reasons({ waits }: StepResult): readonly TryOutDifference[] {
    return [...knownDifferences(this.opinion.process), ...crowdedSteps(waits)];
  }
}

function perform(run: BpmnEngineRun, told: TryOutAct, at: WaitAt): void {
  if (told.kind === 'timer') return run.timer(at);
  if (told.kind === 'bpmnError') return run.fail(at, told.code);
  if (told.kind === 'message') return run.message(at, told.output ?? {});
  run.complete(at, told.output ?? {});
}

const labelsOf = ({ waits }: StepResult): readonly string[] => waits.map(({ nodeId, loop }) => label(nodeId, loop?.index)).sort();

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Objects with their keys in order, so that the order of merging does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
