import {
  type BackMove,
  type Json,
  type JsonObject,
  mergePatch,
  type TaskView,
  type Trail,
  type VisitCause,
  type WaitingTask,
} from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import type { Definition } from '../definition/definition-store';
import { engineErrors } from '../engine.errors';
import {
  type Act,
  type ClosedWait,
  type CompiledNode,
  type CourseStep,
  type Ended,
  type Rebuilt,
  step,
  type StepResult,
  type Wait,
  waitsOf,
} from '../kernel';
import type { LoadedInstance } from './loaded-instance';
import type { SessionAct } from './told-acts';

const STEPS_PER_COMMAND = 5_000;
const ROUNDS_PER_COMMAND = 200;

/** A wait that has come up in this command and has no row yet. */
export interface OpenedWait {
  readonly wait: Wait;
  readonly node: CompiledNode;
  /** Set for user tasks: the id the row will get. */
  readonly taskId?: string;
  /** What brought the token here. */
  readonly cause: VisitCause;
  /** What the behaviors answered. */
  assignment?: WaitingTask;
  job?: { readonly type: string; readonly payload: JsonObject };
  /** Nobody knows what to do here. */
  isIncident?: boolean;
}

/** How a person ends a task. */
export interface EndedTask {
  readonly task: TaskView;
  readonly output: JsonObject;
  readonly outcome?: Json;
  readonly submission?: JsonObject;
  readonly reason?: string;
}

/** An activity that was left without being completed. */
export interface LeftWait {
  readonly closed: ClosedWait;
  /** False when it came up in this same command. */
  readonly isStored: boolean;
  /** Id of a task without a row. */
  readonly taskId?: string;
}

/**
 * One instance during one command: the kernel's runs one after the other, and what they changed altogether. Holds no database;
 * `CommandService` asks the behaviors between two runs, `SessionWriter` writes the difference at the end.
 */
export class WorkflowSession {
  /** New waits by execution id. Those that come and go within the command leave no trace in the tables. */
  readonly opened = new Map<string, OpenedWait>();
  /** Waits with rows that are over now. */
  readonly closed: ClosedWait[] = [];
  readonly entered: string[] = [];
  readonly taken: string[] = [];
  /** What has been done to the instance, in order. Enough to do it again. */
  readonly acts: SessionAct[] = [];
  /** Acts that were asked for while another one was running; see `CommandService.run`. */
  readonly pending: Act[] = [];
  /** True once the instance row holds this command. */
  isSaved = false;
  ended?: Ended;
  /** Steps that the command adds to the course. */
  readonly course: CourseStep[] = [];
  /** True when `course` is the whole of it, because steps were taken back. */
  isCourseReplaced = false;
  /** What brings tokens to the nodes they enter next. */
  cause: VisitCause = 'flow';
  /** Rows of all tasks of the instance, once somebody has asked for them in this command. */
  storedTasks?: readonly TaskView[];
  /** Tasks that persons end in this command, by execution id. */
  readonly endedTasks = new Map<string, EndedTask>();
  /** What the actor gives as the reason of the command. */
  reason?: string;
  private readonly unasked: string[] = [];
  private readonly left: LeftWait[] = [];
  private open: readonly Wait[];
  private steps = 0;
  private rounds = 0;

  constructor(
    readonly instance: LoadedInstance,
    readonly definition: Definition,
  ) {
    this.open = instance.state ? waitsOf(definition.process, instance.state) : [];
  }

  /** Everything the instance waits for now. */
  get waits(): readonly Wait[] {
    return this.open;
  }

  get hasMoved(): boolean {
    return this.entered.length > 0 || this.taken.length > 0;
  }

  /** Case data as it stands. */
  get variables(): JsonObject {
    return this.instance.variables;
  }

  /** Merges a patch into the case data between two runs of the kernel. */
  patchVariables(patch: JsonObject): void {
    this.instance.variables = mergePatch(this.variables, patch);
    this.acts.push({ kind: 'variables' });
  }

  findWait(executionId: string): Wait | undefined {
    return this.open.find((wait) => wait.executionId === executionId);
  }

  /** Node of a wait or element id. */
  node(nodeId: string): CompiledNode {
    const node = this.definition.process.nodes.get(nodeId);
    if (!node) throw new Error(`the model has no node ${nodeId}`);
    return node;
  }

  /** Has the behaviors asked once more about an activity that waits. Its job row must be gone. */
  askAgain(executionId: string): void {
    const wait = this.findWait(executionId);
    if (wait) this.noteOpened(wait);
  }

  /** Runs the kernel once and notes what changed. Too many steps or rounds in one command are refused. */
  apply(act: Act, now: Date): void {
    this.rounds += 1;
    if (this.rounds > ROUNDS_PER_COMMAND) throw engineErrors.BUDGET_EXCEEDED({ instanceId: this.instance.id });
    const { state, variables } = this.instance;
    const result = step(this.definition.process, { ...(state && { state }), variables }, act, {
      now,
      budget: STEPS_PER_COMMAND - this.steps,
    });
    this.steps += result.steps;
    this.acts.push(act);
    if (result.course) this.course.push(result.course);
    this.note(result);
    this.cause = 'flow';
    this.instance.state = result.state;
    this.instance.variables = result.variables;
    this.open = result.waits;
    if (result.ended) this.finish(result.ended, now);
  }

  /** Takes over a course that was worked off without some of its steps. */
  applyMove(rebuilt: Rebuilt, { reopen, cause }: Pick<BackMove, 'reopen' | 'cause'>): void {
    this.acts.push({ kind: 'back', executionIds: reopen });
    this.cause = cause;
    this.course.push(...rebuilt.course);
    this.isCourseReplaced = true;
    const entered = rebuilt.opened.filter(({ role }) => role === 'activity').map(({ nodeId }) => nodeId);
    const { state, waits, opened } = rebuilt;
    const closed = rebuilt.closed.map((wait) => ({ ...wait, causedBy: cause }));
    this.note({ opened, closed, entered, taken: [] });
    this.instance.state = state;
    this.open = waits;
    this.cause = 'flow';
  }

  /** The next new activity whose behaviors have not been asked yet. */
  takeUnasked(): OpenedWait | undefined {
    for (let id = this.unasked.shift(); id !== undefined; id = this.unasked.shift()) {
      const opened = this.opened.get(id);
      if (opened) return opened;
    }
    return undefined;
  }

  /** The next activity that was left without being completed. */
  takeLeft(): LeftWait | undefined {
    return this.left.shift();
  }

  private note(result: Changes): void {
    for (const closed of result.closed) this.noteClosed(closed);
    for (const wait of result.opened) this.noteOpened(wait);
    this.entered.push(...result.entered);
    this.taken.push(...result.taken);
    this.instance.trail = withTrail(this.instance.trail, result);
  }

  private noteClosed(closed: ClosedWait): void {
    const taskId = this.opened.get(closed.executionId)?.taskId;
    const isStored = !this.opened.delete(closed.executionId);
    if (isStored) this.closed.push(closed);
    if (closed.cause === 'cancelled') this.left.push({ closed, isStored, ...(taskId && { taskId }) });
  }

  private noteOpened(wait: Wait): void {
    const node = this.node(wait.nodeId);
    this.opened.set(wait.executionId, { wait, node, cause: this.cause, ...(wait.kind === 'task' && { taskId: newId() }) });
    if (wait.role === 'activity') this.unasked.push(wait.executionId);
  }

  private finish(ended: Ended, now: Date): void {
    this.ended = ended;
    this.instance.status = ended.status;
    this.instance.endedAt = now;
    if (ended.endNodeId) this.instance.endNodeId = ended.endNodeId;
  }
}

type Changes = Pick<StepResult, 'opened' | 'closed' | 'entered' | 'taken'>;

function withTrail(trail: Trail, result: Changes): Trail {
  if (result.entered.length === 0 && result.taken.length === 0) return trail;
  return { nodes: counted(trail.nodes, result.entered), flows: counted(trail.flows, result.taken) };
}

function counted(before: Readonly<Record<string, number>>, ids: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { ...before };
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
