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

/** True when a rule of this scope is about the task. */
export function isCovered(scope: ActingScope | undefined, task: { readonly definitionKey: string; readonly nodeId: string }): boolean {
  if (!scope) return true;
  const { processes, nodes } = scope;
  return (processes.length === 0 || processes.includes(task.definitionKey)) && (nodes.length === 0 || nodes.includes(task.nodeId));
}
