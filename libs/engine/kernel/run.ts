import type { CompiledExpression } from '@fashen/feel';
import { isWorkflowError, type Json, type JsonObject, mergePatch, WorkflowError } from '@fashen/plugin-api';
import { kernelErrors } from './kernel.errors';
import type {
  ClosedWait,
  CompiledCatch,
  CompiledNode,
  CompiledProcess,
  Ended,
  ExecutionState,
  KernelEnv,
  KernelState,
  Snapshot,
} from './types';
import { localsOf, waitKindOf } from './waits';

/** Scope of the process level. */
export const ROOT = '';

/** What an act of the past was given: the ids that executions got, the results of expressions, and the first id that is free. */
export interface Recorded {
  readonly ids: Map<string, string[]>;
  readonly values: Map<string, Json[]>;
  readonly counter: number;
}

/** What the kernel has still to do: enter a node, leave one, or finish an execution. */
export type Todo =
  | { readonly kind: 'enter'; readonly nodeId: string; readonly scope: string }
  | { readonly kind: 'leave'; readonly nodeId: string; readonly scope: string }
  | { readonly kind: 'finish'; readonly executionId: string; readonly cause: ClosedWait['cause'] };

/** Where an expression stands, and what it sees besides the case data. */
export interface EvaluatedAt {
  readonly nodeId: string;
  readonly scope: string;
  readonly key?: string;
  readonly extra?: JsonObject;
}

interface JoinTokens {
  readonly scope: string;
  readonly flowId: string;
  count: number;
}

const DEFAULT_BUDGET = 5_000;

/**
 * The instance while one act is worked off. All changes of the position go through here; the files around it say when they happen.
 * Work is kept in a list instead of calls, so that the length of a chain of automatic nodes does not matter.
 */
export class Run {
  readonly now: Date;
  readonly executions: Map<string, ExecutionState>;
  readonly joins = new Map<string, JoinTokens>();
  readonly entered: string[] = [];
  readonly taken: string[] = [];
  readonly closed: ClosedWait[] = [];
  /** Executions that came to life, with their nodes. */
  readonly opened: (readonly [executionId: string, nodeId: string])[] = [];
  /** Results of expressions. */
  readonly evaluated: (readonly [key: string, value: Json])[] = [];
  todo: Todo[] = [];
  variables: JsonObject;
  ended: Ended | undefined;
  lastEndNodeId: string | undefined;
  private counter: number;
  private readonly budget: number;
  private readonly before: ReadonlySet<string>;

  constructor(
    readonly process: CompiledProcess,
    { state, variables }: Snapshot,
    env: KernelEnv,
    private readonly recorded?: Recorded,
  ) {
    this.now = env.now;
    this.budget = env.budget ?? DEFAULT_BUDGET;
    this.variables = variables;
    this.counter = Math.max(state?.n ?? 0, recorded?.counter ?? 0);
    this.executions = new Map(state?.t.map((execution) => [execution.i, execution]));
    this.before = new Set(this.executions.keys());
    for (const [scope, flowId, count] of state?.j ?? []) this.joins.set(`${scope} ${flowId}`, { scope, flowId, count });
  }

  /** The state as it is saved. */
  save(): KernelState {
    const joins = [...this.joins.values()].map(({ scope, flowId, count }) => [scope, flowId, count] as const);
    return { v: 1, n: this.counter, t: [...this.executions.values()], ...(joins.length > 0 && { j: joins }) };
  }

  /** True when the wait came to life during this act. */
  isNew(executionId: string): boolean {
    return !this.before.has(executionId);
  }

  node(nodeId: string): CompiledNode {
    const node = this.process.nodes.get(nodeId);
    if (!node) throw kernelErrors.STATE_UNKNOWN({ nodeId });
    return node;
  }

  /** An execution by id; absent when it is over. */
  find(executionId: string | undefined): ExecutionState | undefined {
    return executionId === undefined ? undefined : this.executions.get(executionId);
  }

  /** Brings an execution to life. */
  open(nodeId: string, scope: string, more: Omit<ExecutionState, 'i' | 'n' | 'p'> = {}): ExecutionState {
    const execution = {
      i: this.recorded?.ids.get(nodeId)?.shift() ?? this.nextId(),
      n: nodeId,
      ...(scope !== ROOT && { p: scope }),
      ...more,
    };
    this.executions.set(execution.i, execution);
    this.opened.push([execution.i, nodeId]);
    return execution;
  }

  /** An id that was never given out in this instance. */
  nextId(): string {
    this.counter += 1;
    return this.counter.toString(36);
  }

  /** Replaces what is known about an execution. */
  update(execution: ExecutionState): void {
    this.executions.set(execution.i, execution);
  }

  /** Ends an execution with all that belongs to it: armed events, executions inside, tokens at joins, work not begun. */
  close(execution: ExecutionState, cause: ClosedWait['cause'], causedBy?: string): void {
    this.sweep(new Set([execution.i]), { [execution.i]: cause }, causedBy);
  }

  /** Ends everything inside a scope, but not the scope itself. */
  clearScope(scope: string, causedBy?: string, completedId?: string): void {
    const inside = [...this.executions.values()].filter(({ p = ROOT }) => p === scope).map(({ i }) => i);
    this.sweep(new Set(inside), completedId === undefined ? {} : { [completedId]: 'completed' }, causedBy);
    this.dropTokens((other) => other === scope);
  }

  private sweep(gone: Set<string>, causes: Readonly<Record<string, ClosedWait['cause']>>, causedBy?: string): void {
    // Executions inside or attached were opened later than what they belong to, so one pass finds them all.
    for (const execution of this.executions.values()) {
      if (
        !gone.has(execution.i) &&
        !(execution.p !== undefined && gone.has(execution.p)) &&
        !(execution.a !== undefined && gone.has(execution.a))
      )
        continue;
      gone.add(execution.i);
      this.executions.delete(execution.i);
      this.tellClosed(execution, causes[execution.i] ?? 'cancelled', causedBy);
    }
    this.dropTokens((scope) => gone.has(scope));
    this.todo = this.todo.filter((todo) => todo.kind !== 'finish' || !gone.has(todo.executionId));
  }

  private tellClosed({ i, n, m }: ExecutionState, cause: ClosedWait['cause'], causedBy?: string): void {
    const kind = m ? undefined : waitKindOf(this.node(n));
    if (!kind || this.isNew(i)) return;
    this.closed.push({ executionId: i, nodeId: n, kind, cause, ...(cause === 'cancelled' && causedBy !== undefined && { causedBy }) });
  }

  private dropTokens(isGone: (scope: string) => boolean): void {
    for (const [key, { scope }] of this.joins) if (isGone(scope)) this.joins.delete(key);
    this.todo = this.todo.filter((todo) => todo.kind === 'finish' || !isGone(todo.scope));
  }

  /** Notes that a token is at a node. Counts against the budget. */
  visit(nodeId: string): void {
    if (this.entered.length >= this.budget) throw kernelErrors.BUDGET_EXCEEDED({ nodeId, budget: this.budget });
    this.entered.push(nodeId);
  }

  /** Puts a token on a flow into a join. */
  addToken(scope: string, flowId: string): void {
    const tokens = this.joins.get(`${scope} ${flowId}`) ?? { scope, flowId, count: 0 };
    tokens.count += 1;
    this.joins.set(`${scope} ${flowId}`, tokens);
  }

  hasToken(scope: string, flowId: string): boolean {
    return this.joins.has(`${scope} ${flowId}`);
  }

  /** Takes one token of a flow out of a join, if there is one. */
  takeToken(scope: string, flowId: string): void {
    const tokens = this.joins.get(`${scope} ${flowId}`);
    if (!tokens) return;
    tokens.count -= 1;
    if (tokens.count === 0) this.joins.delete(`${scope} ${flowId}`);
  }

  /** Tokens at joins belong to scopes; these have got other ids. */
  renameScopes(names: ReadonlyMap<string, string>): void {
    const tokens = [...this.joins.values()].map((token) => ({ ...token, scope: names.get(token.scope) ?? token.scope }));
    this.joins.clear();
    for (const token of tokens) this.joins.set(`${token.scope} ${token.flowId}`, token);
  }

  merge(output: JsonObject | undefined): void {
    if (output && Object.keys(output).length > 0) this.variables = mergePatch(this.variables, output);
  }

  /**
   * Evaluates an expression with the case data and the item variables of the loops around. `key` says what is asked: the flow of a condition,
   * else the node. An act of the past gets the answer it got then.
   */
  evaluate(expression: CompiledExpression, at: EvaluatedAt): Json {
    const key = at.key ?? at.nodeId;
    const known = this.recorded?.values.get(key)?.shift();
    const value = known === undefined ? this.evaluateNow(expression, at) : known;
    this.evaluated.push([key, value]);
    return value;
  }

  private evaluateNow(expression: CompiledExpression, at: EvaluatedAt): Json {
    const locals = localsOf(this.process, this.executions, at.scope);
    const variables = locals || at.extra ? { ...this.variables, ...locals, ...at.extra } : this.variables;
    try {
      return expression.evaluate({ variables, now: this.now });
    } catch (error) {
      if (isWorkflowError(error)) throw new WorkflowError(error.code, error.kind, { ...error.params, nodeId: at.nodeId });
      throw error;
    }
  }

  /** Event sub-processes of a scope. */
  eventStartsIn(scope: string): readonly CompiledCatch[] {
    const execution = this.find(scope);
    return execution ? this.node(execution.n).eventStarts : this.process.eventStarts;
  }

  /** Ends the instance. */
  end(ended: Ended, causedBy?: string): void {
    this.clearScope(ROOT, causedBy);
    this.todo = [];
    this.ended = ended;
  }
}
