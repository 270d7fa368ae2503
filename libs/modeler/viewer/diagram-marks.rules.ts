/** Where a node of the diagram stands in one case. `back`: somebody sent the case away from it before it was done. */
export type NodeState = 'done' | 'now' | 'late' | 'back' | 'open';

/** What is painted on one node. */
export interface NodeMark {
  readonly state: NodeState;
  /** How often it was entered; more than once means that the case came back. */
  readonly rounds: number;
  /** Who holds it now, or who did it last. */
  readonly who?: string;
  /** How many hold it now besides `who`. */
  readonly others?: number;
  /** ISO time of the last act. */
  readonly endedAt?: string;
  /** With `back`: it was returned, rather than given up in another way. */
  readonly isReturned?: boolean;
}

/** One task of the case, as far as the diagram needs it. */
export interface RunTask {
  readonly nodeId: string;
  /** `VISIT` for the step itself, anything else for a part of it. */
  readonly kind: string;
  readonly state: string;
  readonly cause?: string;
  readonly createdAt: string;
  readonly dueAt?: string;
  readonly endedAt?: string;
  readonly assigneeName?: string;
  readonly endedByName?: string;
}

/** What is known about one running case. */
export interface RunState {
  readonly trail: { readonly nodes: Readonly<Record<string, number>>; readonly flows: Readonly<Record<string, number>> };
  readonly waiting: readonly { readonly nodeId: string }[];
  readonly tasks: readonly RunTask[];
}

/** Marks of all nodes the case has reached. A node that is not among them is open: not reached yet. */
export function markNodes(run: RunState, now: Date): ReadonlyMap<string, NodeMark> {
  const waiting = new Set(run.waiting.map((place) => place.nodeId));
  const reached = new Set([...Object.keys(run.trail.nodes), ...waiting]);
  return new Map([...reached].map((nodeId) => [nodeId, markOf(nodeId, run, { isWaiting: waiting.has(nodeId), now })]));
}

function markOf(nodeId: string, run: RunState, at: { readonly isWaiting: boolean; readonly now: Date }): NodeMark {
  const rounds = run.trail.nodes[nodeId] ?? 1;
  const tasks = run.tasks.filter((candidate) => candidate.nodeId === nodeId);
  const task = lastTask(tasks.filter(({ kind }) => kind === 'VISIT'));
  return at.isWaiting ? waitingMark(tasks, { task, rounds, now: at.now }) : leftMark(task, rounds);
}

function waitingMark(tasks: readonly RunTask[], of: { readonly task?: RunTask; readonly rounds: number; readonly now: Date }): NodeMark {
  const { task, rounds, now } = of;
  const isLate = task?.dueAt !== undefined && Date.parse(task.dueAt) < now.getTime();
  const [who, ...others] = holdersOf(tasks);
  return { state: isLate ? 'late' : 'now', rounds, who, ...(others.length > 0 && { others: others.length }) };
}

function leftMark(task: RunTask | undefined, rounds: number): NodeMark {
  const ended = { rounds, who: task?.endedByName, endedAt: task?.endedAt };
  // What a period has ended, nobody has sent away.
  const isBack = task?.state === 'CANCELLED' && task.endedByName !== undefined;
  return isBack ? { state: 'back', ...ended, isReturned: task.cause === 'return' } : { state: 'done', ...ended };
}

/** Names of those who hold the step or a part of it. */
function holdersOf(tasks: readonly RunTask[]): readonly string[] {
  const held = tasks.filter(({ state }) => state === 'READY' || state === 'ASSIGNED');
  return [...new Set(held.flatMap(({ assigneeName }) => assigneeName ?? []))];
}

function lastTask(tasks: readonly RunTask[]): RunTask | undefined {
  return tasks.reduce<RunTask | undefined>((last, task) => (!last || task.createdAt >= last.createdAt ? task : last), undefined);
}
