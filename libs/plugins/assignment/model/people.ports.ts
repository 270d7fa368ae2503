import type { Activity, Person, TaskView, Tx, WorkflowError } from '@fashen/plugin-api';

/** Keeps duties apart at every change of holder, for whichever plugin changes it. Implemented by `assignment`. */
export abstract class Duties {
  /** Refuses a person who must not hold this task, or a part of it, with the error that says why. */
  abstract requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void>;
}

/** A person the rule of a step names, with what stands against the person. */
export interface NodePerson {
  readonly person: Person;
  readonly refusal?: WorkflowError;
}

/** Everybody the assignment rule of a step names, for plugins that give each of them work. Implemented by `assignment`. */
export abstract class NodePeople {
  /** Active people, each once whatever names them twice, in the order of the rule. */
  abstract namedAt(tx: Tx, activity: Activity): Promise<readonly NodePerson[]>;
}
