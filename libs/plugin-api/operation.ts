/** Something an operation did, or would do. */
export interface Affected {
  readonly kind: 'taskCreated' | 'taskReassigned' | 'taskDone' | 'taskCancelled' | 'clockChanged' | 'caseEnded' | 'moved';
  readonly instanceId: string;
  readonly nodeId?: string;
  readonly nodeName?: string;
  readonly taskId?: string;
  /** Who holds it now, or held it. */
  readonly personId?: string;
  readonly candidates?: readonly string[];
  /** Clocks: what they are for, and when they are due now and were before, ISO 8601. */
  readonly clock?: string;
  readonly dueAt?: string;
  readonly wasDueAt?: string;
}

/** The answer of an operation. */
export interface Operated<T> {
  readonly result: T;
  readonly affected: readonly Affected[];
  readonly dryRun: boolean;
}

/** How an operation is carried out. */
export interface OperateMode {
  readonly dryRun: boolean;
}
