import type { JsonObject, Trail, TryOutAct } from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { type Act, type CompiledProcess, step, type StepResult, type Wait } from '../kernel';

const VISITS_PER_TRY_OUT = 5_000;

/** A case run by our kernel in memory: what a real case will do. */
export class KernelRun {
  private readonly nodes: Record<string, number> = {};
  private readonly flows: Record<string, number> = {};
  private visits = 0;
  private result: StepResult;

  constructor(
    private readonly process: CompiledProcess,
    start: { readonly data: JsonObject; readonly startEventId?: string },
    /** Moves on with the timers that are told to be due. */
    public now: Date,
  ) {
    const startEventId = start.startEventId ?? (process.startId === undefined ? process.triggeredStartIds[0] : undefined);
    this.result = this.step(undefined, start.data, { kind: 'start', ...(startEventId !== undefined && { startEventId }) });
  }

  get last(): StepResult {
    return this.result;
  }

  /** How often nodes were entered and flows taken, since the start. */
  get trail(): Trail {
    return { nodes: { ...this.nodes }, flows: { ...this.flows } };
  }

  /** The wait an act means; refused when there is none. */
  require({ nodeId, at = 0 }: TryOutAct): Wait {
    const wait = this.result.waits.filter((candidate) => candidate.nodeId === nodeId)[at];
    if (!wait) throw engineErrors.TRY_OUT_NOTHING_WAITS({ nodeId });
    return wait;
  }

  /** Does one act at a wait. An act that does not fit the wait is refused. */
  act(wait: Wait, told: TryOutAct): void {
    if (!FITTING[told.kind].includes(wait.kind)) throw engineErrors.TRY_OUT_NOTHING_WAITS({ nodeId: wait.nodeId });
    if (told.kind === 'timer' && wait.dueAt && wait.dueAt > this.now) this.now = wait.dueAt;
    const { state, variables } = this.result;
    this.result = this.step(state, variables, actOf(wait, told));
  }

  private step(state: StepResult['state'] | undefined, variables: JsonObject, act: Act): StepResult {
    const budget = VISITS_PER_TRY_OUT - this.visits;
    const result = step(this.process, { ...(state && { state }), variables }, act, { now: this.now, budget });
    this.visits += result.steps;
    for (const id of result.entered) this.nodes[id] = (this.nodes[id] ?? 0) + 1;
    for (const id of result.taken) this.flows[id] = (this.flows[id] ?? 0) + 1;
    return result;
  }
}

const FITTING: Readonly<Record<TryOutAct['kind'], readonly Wait['kind'][]>> = {
  complete: ['task', 'work', 'call'],
  timer: ['timer'],
  message: ['message'],
  bpmnError: ['task', 'work', 'call'],
};

function actOf({ executionId, kind }: Wait, told: TryOutAct): Act {
  if (told.kind === 'timer') return { kind: 'timer', executionId };
  if (told.kind === 'bpmnError') return { kind: 'bpmnError', executionId, code: told.code };
  const output = told.output ?? {};
  if (told.kind === 'message') return { kind: 'message', executionId, output };
  return { kind: kind === 'call' ? 'childEnded' : 'complete', executionId, output };
}
