import type { ActingFor, TaskMove } from './acting';
import type { Operated, OperateMode } from './operation';
import type { Page, PageRequest } from './page';
import type { NewJob } from './job';
import type { LintFinding, ProcessModel } from './model-lint';
import type { Actor, Locale, RequestContext, Tx } from './request-context';
import type { TryOut, TryOutRequest } from './try-out';
import { isWorkflowError, WorkflowError } from './workflow-error';
import type { JsonObject } from './workflow-event';
import type {
  InstanceView,
  InstanceSummary,
  StartInstance,
  InstanceQuery,
  TaskView,
  TaskQuery,
  TaskAssignment,
  CompleteTask,
  NewSeat,
  SeatEnd,
  Incident,
  DefinitionView,
  DraftView,
  HeldTasks,
  Person,
  Session,
  Unit,
  DecisionResult,
} from './views';

/**
 * Opens units of work. Only entry points call it: controllers, the job runner, the outbox dispatcher.
 * A command is one unit: idempotency row, work, `inTransaction` subscribers, outbox rows, one commit.
 * On deadlock, lost connection or revision conflict the whole unit runs again, so nothing inside may leave the process.
 */
export abstract class UnitOfWork {
  abstract run<T>(context: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A command whose caller wants to know what it did, or would do: with `dryRun` everything happens as in `run`, subscribers included,
   * and is rolled back. The key of idempotency counts only for the real thing.
   */
  abstract operate<T>(context: RequestContext, mode: OperateMode, work: (tx: Tx) => Promise<T>): Promise<Operated<T>>;
  /** For queries: no lock, no events, and what is read may be a moment old. */
  abstract read<T>(context: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The time. Tests move it; production reads the machine. Services take `tx.now`, only entry points ask the clock. */
export abstract class Clock {
  abstract now(): Date;
}

/** Process instances. Every write takes the row lock of the instance first. */
export abstract class Instances {
  /** Starts the latest published version of a process (or the given one). The business key is made unique by the caller. */
  abstract start(tx: Tx, start: StartInstance): Promise<InstanceView>;
  abstract find(tx: Tx, instanceId: string): Promise<InstanceView | undefined>;
  abstract require(tx: Tx, instanceId: string): Promise<InstanceView>;
  /** Takes the row lock until the end of the unit, then reads. */
  abstract lock(tx: Tx, instanceId: string): Promise<InstanceView>;
  abstract list(tx: Tx, query: InstanceQuery): Promise<Page<InstanceSummary>>;
  /** Merges into the variables (RFC 7396). */
  abstract setVariables(tx: Tx, instanceId: string, patch: JsonObject): Promise<void>;
  /** Delivers a message to the one waiting catcher. `missing` when nobody waits for it. Kept while the instance is suspended. */
  abstract message(tx: Tx, message: { instanceId: string; name: string; output?: JsonObject }): Promise<void>;
  /** Ends the instance and those it has called, running or suspended. */
  abstract terminate(tx: Tx, instanceId: string, reason: string): Promise<void>;
  /**
   * Stops the instance and those it has called: acts are refused (`engine.INSTANCE_SUSPENDED`), messages are kept until it goes on,
   * timers and jobs wait. Refused unless it runs.
   */
  abstract suspend(tx: Tx, instanceId: string, reason: string): Promise<InstanceView>;
  /**
   * Lets the instance and those it has called go on. Timers have kept their due time: what fell due meanwhile fires at once.
   * Refused unless it is suspended, or while the one that called it is.
   */
  abstract resume(tx: Tx, instanceId: string, reason: string): Promise<InstanceView>;
  /** The instance whose call activity started this one; absent for a case of its own. */
  abstract parentOf(tx: Tx, instanceId: string): Promise<{ readonly instanceId: string; readonly executionId: string } | undefined>;
  /** The case at the top of the calls; the id itself for a case that nobody called. */
  async rootIdOf(tx: Tx, instanceId: string): Promise<string> {
    const parent = await this.parentOf(tx, instanceId);
    return parent ? this.rootIdOf(tx, parent.instanceId) : instanceId;
  }
  /** Element of the model this instance runs, with its extensions. */
  abstract model(tx: Tx, instanceId: string): Promise<ProcessModel>;
  /**
   * Notes, in the row of the instance itself, that the plugin keeps rows of a kind about it (`approval.seats`), so that acts on all the
   * others need not look for any. Takes the row lock; said before the first of these rows is written.
   */
  abstract flag(tx: Tx, instanceId: string, flag: string): Promise<void>;
  /** Whether such rows may exist. No statement for who holds the row lock. Always true for an instance that is older than flags. */
  abstract isFlagged(tx: Tx, instanceId: string, flag: string): Promise<boolean>;
}

/** Human tasks. */
export abstract class Tasks {
  abstract find(tx: Tx, taskId: string): Promise<TaskView | undefined>;
  abstract require(tx: Tx, taskId: string): Promise<TaskView>;
  abstract list(tx: Tx, query: TaskQuery): Promise<Page<TaskView>>;
  /** Numbers for the tabs of the inbox, capped at 1,000 each. */
  abstract count(tx: Tx, held?: HeldTasks): Promise<{ assigned: number; claimable: number; done: number }>;
  /** All tasks of an instance, oldest first. */
  abstract ofInstance(tx: Tx, instanceId: string): Promise<readonly TaskView[]>;
  /** Whether this person held a task of the instance and gave it, or had it taken, away. */
  abstract heldBefore(tx: Tx, instanceId: string, personId: string): Promise<boolean>;
  /** Locks the instance, checks that the task is open, sets holder or candidates, tells `engine.taskAssigned`. */
  abstract assign(tx: Tx, taskId: string, assignment: TaskAssignment, reason?: string): Promise<TaskView>;
  /**
   * Ends a task with its output and lets the token go on.
   * Refused unless the actor holds it (`engine.NOT_YOUR_TASK`), it is open (`engine.TASK_ENDED` names who ended it and when),
   * `expectedVersion` fits when given, and every behavior on the node agrees.
   */
  abstract complete(tx: Tx, taskId: string, completion: CompleteTask): Promise<InstanceView>;
  /**
   * Ends a visit whoever holds it, for plugins that let several people decide: the caller has checked the actor. Open seats of the visit
   * are cancelled with the cause `decided`. Behaviors are asked as in `complete`.
   */
  abstract decide(tx: Tx, taskId: string, completion: CompleteTask): Promise<InstanceView>;
  /** Adds work of single people within an open visit. */
  abstract addSeats(tx: Tx, visitId: string, seats: readonly NewSeat[]): Promise<readonly TaskView[]>;
  /** Ends a part of a visit. The caller has checked the actor. The token does not move. */
  abstract endSeat(tx: Tx, taskId: string, end: SeatEnd): Promise<TaskView>;
  /** When a task is due, a visit with all its open parts; without a time never. Moves them to their place in the inbox. */
  abstract setDue(tx: Tx, taskId: string, dueAt: Date | undefined): Promise<void>;
  /** Says something about a task, open or ended; without a mark the old one goes. */
  abstract mark(tx: Tx, taskId: string, mark: string | undefined): Promise<void>;
}

/** Work for later. Rows in the open transaction: they exist exactly if the unit commits. */
export abstract class Jobs {
  abstract add(tx: Tx, job: NewJob): Promise<string>;
  abstract cancel(tx: Tx, uniqueKey: string): Promise<void>;
  /** Jobs that failed too often and wait for an operator. */
  abstract incidents(tx: Tx, page: PageRequest): Promise<Page<Incident>>;
  abstract retry(tx: Tx, jobId: string): Promise<void>;
}

/** Published process versions and drafts. */
export abstract class Definitions {
  /** Everything that stands against this XML as far as the drawing itself tells. Never throws on bad XML. */
  abstract check(xml: string): Promise<readonly LintFinding[]>;
  /** As `check`, and whether the people, units, forms, rules and processes it names are there now. */
  abstract inspect(tx: Tx, xml: string): Promise<readonly LintFinding[]>;
  /** Publishes a version. Errors among the findings of `inspect` refuse it (`engine.MODEL_REFUSED`); the same content again returns the existing version. */
  abstract publish(tx: Tx, publication: { xml: string; reason: string }): Promise<DefinitionView>;
  abstract latest(tx: Tx, key: string): Promise<DefinitionView | undefined>;
  abstract require(tx: Tx, definitionId: string): Promise<DefinitionView>;
  /** Latest version of each key. */
  abstract list(tx: Tx): Promise<readonly DefinitionView[]>;
  /** Versions of a key, newest first. */
  abstract versions(tx: Tx, key: string): Promise<readonly DefinitionView[]>;
  abstract xml(tx: Tx, definitionId: string): Promise<string>;
  /** Elements and flows of a version with their extensions, for those who read a drawing without running it. */
  abstract model(tx: Tx, definitionId: string): Promise<ProcessModel>;
  abstract findDraft(tx: Tx, key: string): Promise<DraftView | undefined>;
  abstract listDrafts(tx: Tx): Promise<readonly DraftView[]>;
  /** Saves a draft. `conflict` when somebody saved another revision meanwhile. */
  abstract saveDraft(tx: Tx, draft: { key: string; xml: string; revision: number }): Promise<DraftView>;
}

/** Tries a drawing before it is published. Keeps nothing and writes nothing: the request holds the whole history. */
export abstract class TryOuts {
  /**
   * Runs the acts from the start, as a case would, and on bpmn-engine as a second opinion. Refused with `engine.MODEL_REFUSED` when the
   * drawing may not be published, with `engine.TRY_OUT_NOTHING_WAITS` when an act names a node that does not wait, and with the error a
   * case would meet, such as `engine.NO_FLOW_TAKEN`.
   */
  abstract run(request: TryOutRequest): Promise<TryOut>;
}

/** Who is who. Implemented by the `directory` plugin, or by a bridge to a bureau's own directory. */
export abstract class Directory {
  abstract find(tx: Tx, personId: string): Promise<Person | undefined>;
  abstract require(tx: Tx, personId: string): Promise<Person>;
  abstract list(tx: Tx, query: { role?: string; post?: string; unitId?: string; text?: string } & PageRequest): Promise<Page<Person>>;
  /** Names by id, for lists and records; also of people who have left. Ids of nobody are left out. */
  async names(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const id of new Set(personIds)) {
      const person = await this.find(tx, id);
      if (person) names.set(id, person.name);
    }
    return names;
  }
  abstract unit(tx: Tx, unitId: string): Promise<Unit | undefined>;
  /**
   * Active superiors of a person, nearest first: head and leader of the own unit, then those of the units above. A place that is
   * vacant, or whose holder has left, is passed over. Also of people who have left.
   */
  abstract superiors(tx: Tx, personId: string): Promise<readonly Person[]>;
  /** The active heads of the bureau (班子成员), the chief last. */
  abstract heads(tx: Tx): Promise<readonly Person[]>;
  /** The actor of a signed-in person, with roles and permissions as they are now. */
  abstract actor(tx: Tx, personId: string): Promise<Actor | undefined>;
}

/** Decides who may see a case. Implemented by the `case-file` plugin. */
export abstract class CaseAccess {
  /** Returns the instance, or throws `missing`: a case one may not see does not exist for that person. */
  abstract require(tx: Tx, instanceId: string): Promise<InstanceView>;
  /** Whether the actor has a part in a case he sees: reading alone adds nothing to it. */
  abstract takesPart(tx: Tx, instance: InstanceView): Promise<boolean>;
  /** As `require`, and refuses who may only read. */
  abstract requirePart(tx: Tx, instanceId: string): Promise<InstanceView>;
  /** The case of a task. Who may not see it is answered as if the task had never been, and is not told the case. */
  requireOfTask(tx: Tx, { id: taskId, instanceId }: Pick<TaskView, 'id' | 'instanceId'>): Promise<InstanceView> {
    return this.requireOr(tx, instanceId, new WorkflowError('engine.TASK_MISSING', 'missing', { taskId }));
  }
  /** The case of something that is asked for by an id of its own. Who may not see it is answered as if there were no such thing. */
  async requireOr(tx: Tx, instanceId: string, missing: WorkflowError): Promise<InstanceView> {
    try {
      return await this.require(tx, instanceId);
    } catch (error) {
      throw isWorkflowError(error) && error.kind === 'missing' ? missing : error;
    }
  }
}

/** Signed-in sessions. Implemented by the `account` plugin; asked by the API's guard on every request. */
export abstract class Sessions {
  /** The live session behind a token; absent when it ended, ran out, or its account was disabled. */
  abstract find(tx: Tx, token: string): Promise<Session | undefined>;
  /** Notes that the person is still there, so that the idle time starts again. Called when `touchDue` says so. */
  abstract touch(tx: Tx, sessionId: string): Promise<void>;
}

/** Who may act for whom. Implemented by the `deputy` plugin; asked by the API's guard when a request names a principal. */
export abstract class Deputies {
  /** The rule by which this person acts for the principal now, or a refusal (403). The last word is spoken at the commit. */
  abstract require(tx: Tx, deputyId: string, principalId: string): Promise<ActingFor>;
  /** Everybody for whom this person may act now; oldest rule first. */
  abstract principals(tx: Tx, deputyId: string): Promise<readonly ActingFor[]>;
  /** Where tasks of this person lie now while somebody else does them; mostly nowhere. */
  abstract moves(tx: Tx, principalId: string): Promise<readonly TaskMove[]>;
  /** Who may act for a person at a step now, whether or not the person is there; absent when nobody may. */
  abstract deputyOf(
    tx: Tx,
    principalId: string,
    step: { readonly definitionKey: string; readonly nodeId: string },
  ): Promise<string | undefined>;
}

/** Texts of errors and findings as people read them. Implemented by the plugin host, which knows the messages of every plugin. */
export abstract class Texts {
  /** The text of an error code or lint rule (`<plugin>.<name>`) with its gaps filled. Answers the code itself when it has no text. */
  abstract localize(code: string, params: JsonObject, locale: Locale): string;
}

/** Evaluates published decisions. Implemented by the `decision-rule` plugin. */
export abstract class Decisions {
  /** Evaluates the version in force at `tx.now`, or the pinned one. */
  abstract evaluate(tx: Tx, request: { key: string; versionId?: string; input: JsonObject }): Promise<DecisionResult>;
}

/** Principals a person acts as: what task candidates are matched against. */
export function principalsOf(actor: Actor): readonly string[] {
  const units = actor.unitId ? [`unit:${actor.unitId}`] : [];
  const principal = actor.onBehalfOf ? [`person:${actor.onBehalfOf.personId}`] : [];
  const roles = actor.roles.flatMap((role) => [`role:${role}`, ...(actor.unitId ? [`role:${role}@${actor.unitId}`] : [])]);
  return [`person:${actor.personId}`, ...principal, ...units, ...roles];
}
