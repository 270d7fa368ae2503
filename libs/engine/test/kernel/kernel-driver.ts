import type { JsonObject } from '@fashen/plugin-api';
import { type Act, compileProcess, type CompiledProcess, step, type StepResult, type Wait } from '../../kernel';
import { parseModel } from '../../model';

/** The driver's act by node instead of by execution. */
type ActOf<K extends Act['kind']> = Omit<Extract<Act, { kind: K }>, 'kind' | 'executionId'>;

/**
 * Drives one instance in tests. Between any two acts the state goes through JSON and the model is compiled anew, as if the server had
 * been started again: every spec that uses the driver also tests restarts.
 */
export class KernelDriver {
  private result: StepResult | undefined;
  private readonly trail: StepResult[] = [];
  now = new Date('2026-03-02T01:00:00Z');

  private constructor(
    private readonly compile: () => CompiledProcess,
    private variables: JsonObject,
  ) {}

  /** Reads a file and starts an instance. */
  static async start(xml: string, variables: JsonObject = {}, startEventId?: string): Promise<KernelDriver> {
    const driver = await KernelDriver.load(xml, variables);
    driver.act({ kind: 'start', ...(startEventId !== undefined && { startEventId }) });
    return driver;
  }

  /** Reads a file without starting it. */
  static async load(xml: string, variables: JsonObject = {}): Promise<KernelDriver> {
    const { source, problems } = await parseModel(xml);
    if (!source || problems.length > 0) throw new Error(`bad test model: ${JSON.stringify(problems)}`);
    return new KernelDriver(() => compileProcess(source), variables);
  }

  act(act: Act): this {
    const state = this.result && JSON.parse(JSON.stringify(this.result.state));
    const variables = JSON.parse(JSON.stringify(this.variables)) as JsonObject;
    this.result = step(this.compile(), { ...(state && { state }), variables }, act, { now: this.now });
    this.variables = this.result.variables;
    this.trail.push(this.result);
    return this;
  }

  complete(nodeId: string, output: JsonObject = {}, index?: number): this {
    return this.act({ kind: 'complete', executionId: this.wait(nodeId, index).executionId, output });
  }

  /** Moves the clock to the timer's due time and fires it. */
  timer(nodeId: string): this {
    const { executionId, dueAt } = this.wait(nodeId);
    if (dueAt && dueAt > this.now) this.now = dueAt;
    return this.act({ kind: 'timer', executionId });
  }

  message(nodeId: string, output: JsonObject = {}): this {
    return this.act({ kind: 'message', executionId: this.wait(nodeId).executionId, output });
  }

  fail(nodeId: string, error: ActOf<'bpmnError'>): this {
    return this.act({ kind: 'bpmnError', executionId: this.wait(nodeId).executionId, ...error });
  }

  childEnded(nodeId: string, output: JsonObject = {}): this {
    return this.act({ kind: 'childEnded', executionId: this.wait(nodeId).executionId, output });
  }

  cancel(nodeId: string, index?: number): this {
    return this.act({ kind: 'cancel', executionId: this.wait(nodeId, index).executionId });
  }

  /** The wait at a node; in a loop the one with the index, else the oldest. */
  wait(nodeId: string, index?: number): Wait {
    const found = this.last.waits.find((wait) => wait.nodeId === nodeId && (index === undefined || wait.loop?.index === index));
    if (!found) throw new Error(`nothing waits at ${nodeId}, but at ${this.waiting}`);
    return found;
  }

  /** Nodes that wait, sorted, with the index in loops: `A B[0] B[1]`. */
  get waiting(): string {
    const names = this.last.waits.map(({ nodeId, loop }) => (loop ? `${nodeId}[${loop.index}]` : nodeId));
    return names.sort().join(' ');
  }

  get last(): StepResult {
    if (!this.result) throw new Error('not started');
    return this.result;
  }

  get data(): JsonObject {
    return this.variables;
  }

  /** All nodes entered since the start. */
  get entered(): string {
    return this.trail.flatMap(({ entered }) => entered).join(' ');
  }

  get status(): string {
    return this.last.ended?.status ?? 'RUNNING';
  }
}

/** The code of what a call throws. */
export function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
  }
}
