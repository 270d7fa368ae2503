import type { ModelElement, ModelFlow } from '@fashen/plugin-api';
import { type Condition, readCondition } from './condition';
import type { ModelGraph } from './model-graph';
import { partsOf } from './part';
import { after, joined, keyOf, narrowed, type ReviewState, START, takenIn } from './review-state';

/** A token at a node in a state, and the step before: following `from` back gives the shortest way from the start. */
export interface Visit {
  readonly node: ModelElement;
  readonly state: ReviewState;
  readonly from?: Visit;
}

/** More visits than any drawn process needs; beyond them the model is refused as too tangled to be proved. */
const MAX_VISITS = 20_000;
/** Combinations of arrivals that a join tries; beyond them each arrival goes on by itself, which only proves less. */
const MAX_COMBINATIONS = 256;

/** Every node with every state in which a token can reach it, shortest ways first. `isComplete` is false when there were too many. */
export function walk(graph: ModelGraph): { readonly visits: readonly Visit[]; readonly isComplete: boolean } {
  const walker = new Walker(graph);
  walker.run();
  return { visits: walker.visits, isComplete: walker.visits.length < MAX_VISITS };
}

class Walker {
  /** Also the queue: visits are worked off in the order in which they are found. */
  readonly visits: Visit[] = [];
  private readonly seen = new Set<string>();
  private readonly arrivals = new Map<string, Map<string, Visit[]>>();
  private readonly conditions = new Map<string, Condition>();
  private readonly takenWorlds = new Map<string, number>();

  constructor(private readonly graph: ModelGraph) {}

  run(): void {
    for (const node of this.graph.starts(this.graph.model.processId)) this.reach({ node, state: START });
    for (let at = 0; at < this.visits.length && this.visits.length < MAX_VISITS; at += 1) {
      const visit = this.visits[at];
      if (visit) this.leave(visit);
    }
  }

  private reach(visit: Visit): void {
    const key = `${visit.node.id} ${keyOf(visit.state)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.visits.push(visit);
  }

  private leave(visit: Visit): void {
    this.interrupt(visit, visit.state);
    const state = partsOf(visit.node).reduce((before, part) => after(part, before), visit.state);
    const done = { ...visit, state };
    if (state !== visit.state) this.interrupt(visit, state);
    // Over an empty list an activity is left without a single round.
    if (visit.node.isMultiInstance) this.goOn(visit, visit);
    if (visit.node.type !== 'bpmn:SubProcess') return this.goOn(done, visit);
    for (const node of this.graph.starts(visit.node.id)) this.reach({ node, state, from: visit });
  }

  /** Boundary events and event sub-processes may take the token away here, before or after the step had its effect. */
  private interrupt(visit: Visit, state: ReviewState): void {
    const scopes = this.graph.scopesOf(visit.node.id);
    const hosts = [visit.node, ...scopes];
    for (const node of hosts.flatMap((host) => this.graph.boundaries(host.id))) this.reach({ node, state, from: visit });
    const beside = scopes.flatMap((scope) => this.graph.eventSubProcesses(scope.id)).filter((one) => !hosts.includes(one));
    for (const node of beside.flatMap((one) => this.graph.starts(one.id))) this.reach({ node, state, from: visit });
  }

  private goOn({ node, state }: Visit, from: Visit): void {
    const flows = this.graph.outgoing(node.id);
    for (const flow of flows) {
      const next = narrowed(state, this.taken(flow, flows));
      const target = this.graph.element(flow.targetId);
      if (next && target) this.arrive({ node: target, state: next, from }, flow);
    }
    if (flows.length > 0) return;
    if (node.type === 'bpmn:IntermediateThrowEvent') for (const target of this.graph.jumpTargets) this.reach({ node: target, state, from });
    this.leaveScope(node, state, from);
  }

  /** Worlds in which a flow is taken, worked out once per flow. */
  private taken(flow: ModelFlow, flows: readonly ModelFlow[]): number {
    const known = this.takenWorlds.get(flow.id);
    if (known !== undefined) return known;
    const conditionOf = ({ condition }: ModelFlow): Condition | undefined =>
      condition === undefined ? undefined : this.condition(condition);
    const others = flow.isDefault ? flows.flatMap((other) => (other === flow ? [] : (conditionOf(other) ?? []))) : undefined;
    const taken = takenIn(conditionOf(flow), others);
    this.takenWorlds.set(flow.id, taken);
    return taken;
  }

  private condition(text: string): Condition {
    const known = this.conditions.get(text) ?? readCondition(text);
    this.conditions.set(text, known);
    return known;
  }

  /** The end of a scope leads out of its sub-process, or into the next round of it. */
  private leaveScope(node: ModelElement, state: ReviewState, from: Visit): void {
    const [scope, outer] = this.graph.scopesOf(node.id);
    if (!scope || scope.type === 'bpmn:Process') return;
    if (scope.isMultiInstance) for (const start of this.graph.starts(scope.id)) this.reach({ node: start, state, from });
    // An event sub-process that interrupts ends the scope around it.
    if (scope.isEventSubProcess && outer && outer.type !== 'bpmn:Process') this.goOn({ node: outer, state }, from);
    if (!scope.isEventSubProcess) this.goOn({ node: scope, state }, from);
  }

  private arrive(visit: Visit, flow: ModelFlow): void {
    const incoming = this.graph.incoming(visit.node.id);
    if (visit.node.type !== 'bpmn:ParallelGateway' || incoming.length < 2) return this.reach(visit);
    const arrived = this.arrivals.get(visit.node.id) ?? new Map<string, Visit[]>();
    this.arrivals.set(visit.node.id, arrived);
    const own = arrived.get(flow.id) ?? [];
    if (own.some((before) => keyOf(before.state) === keyOf(visit.state))) return;
    arrived.set(flow.id, [...own, visit]);
    this.join(
      visit,
      incoming.filter((other) => other.id !== flow.id).map((other) => arrived.get(other.id) ?? []),
    );
  }

  /** A parallel join waits for every branch, so what any branch did counts behind it. */
  private join(visit: Visit, others: readonly (readonly Visit[])[]): void {
    const size = others.reduce((product, visits) => product * visits.length, 1);
    if (size > MAX_COMBINATIONS) return this.reach(visit);
    const combinations = others.reduce<readonly (readonly Visit[])[]>(
      (sets, visits) => sets.flatMap((set) => visits.map((one) => [...set, one])),
      [[visit]],
    );
    for (const set of combinations) this.reach({ ...visit, state: joined(set.map((one) => one.state)) });
  }
}

/** The nodes of the way to a visit, from the start. */
export function pathTo(visit: Visit): readonly ModelElement[] {
  const path: ModelElement[] = [];
  for (let at: Visit | undefined = visit; at; at = at.from) path.unshift(at.node);
  return path;
}
