import type { TaskView } from './views';

/** Which of the principal's tasks a deputy may do. An empty list sets no bound. */
export interface ActingScope {
  /** Keys of processes. */
  readonly processes: readonly string[];
  /** Ids of steps. */
  readonly nodes: readonly string[];
}

/** For whom a deputy acts, and by which rule. */
export interface ActingFor {
  readonly personId: string;
  readonly name: string;
  readonly ruleId: string;
  /** Absent: every task of the principal. */
  readonly scope?: ActingScope;
}

/** Tasks of a person that lie with a deputy for a time. They stay the person's, who cannot do them until the rule ends. */
export interface TaskMove {
  readonly ruleId: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly scope: ActingScope;
  /** First moment at which they are back. */
  readonly until: Date;
}

/** A task of somebody for whom one may act. */
export type TaskForOther = TaskView & { readonly onBehalfOf: { readonly personId: string; readonly name: string } };

/** True when a rule of this scope is about the task. */
export function isCovered(scope: ActingScope | undefined, task: { readonly definitionKey: string; readonly nodeId: string }): boolean {
  if (!scope) return true;
  const { processes, nodes } = scope;
  return (processes.length === 0 || processes.includes(task.definitionKey)) && (nodes.length === 0 || nodes.includes(task.nodeId));
}
