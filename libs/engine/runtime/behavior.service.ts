import { Injectable } from '@nestjs/common';
import type { Activity, Completion, EndingSeat, JsonObject, Step, Tx, VisitCause } from '@fashen/plugin-api';
import type { CompiledNode } from '../kernel';
import { type BoundBehavior, ExtensionRegistry } from '../plugin-host/extension-registry';
import type { OpenedWait, WorkflowSession } from './workflow-session';

/** One visit of a node, as the session knows it. */
export interface Visit {
  readonly node: CompiledNode;
  readonly executionId: string;
  readonly taskId?: string;
  /** Item variables of multi-instance activities around. */
  readonly locals?: JsonObject;
  /** What brought the token here; `flow` when it is long ago. */
  readonly cause?: VisitCause;
}

/** Asks the behaviors of plugins, in plugin order. */
@Injectable()
export class BehaviorService {
  constructor(private readonly extensions: ExtensionRegistry) {}

  /** The first answer other than `wait`; what several say about a task is put together. Absent when no behavior answers here. */
  async onWait(tx: Tx, session: WorkflowSession, opened: OpenedWait): Promise<Step | undefined> {
    const { node, taskId, wait, cause } = opened;
    const visit = { node, cause, executionId: wait.executionId, ...(taskId && { taskId }), ...(wait.locals && { locals: wait.locals }) };
    let answer: Step | undefined;
    for (const bound of this.extensions.behaviorsOf(node)) {
      const step = await bound.behavior.onWait?.(tx, activityOf(session, visit, bound));
      if (step && step.kind !== 'wait') return step;
      if (step) answer = { kind: 'wait', task: { ...(answer?.kind === 'wait' ? answer.task : {}), ...step.task } };
    }
    return answer;
  }

  /** Asks all behaviors of the node whether it may be completed; one that throws refuses it. */
  async onComplete(tx: Tx, session: WorkflowSession, visit: Visit, completion: Completion): Promise<void> {
    for (const bound of this.extensions.behaviorsOf(visit.node))
      await bound.behavior.onComplete?.(tx, activityOf(session, visit, bound), completion);
  }

  /** Asks all behaviors of the node whether one person's part of a visit may end; one that throws refuses it. */
  async onSeatEnd(tx: Tx, session: WorkflowSession, visit: Visit, seat: EndingSeat): Promise<void> {
    for (const bound of this.extensions.behaviorsOf(visit.node))
      await bound.behavior.onSeatEnd?.(tx, activityOf(session, visit, bound), seat);
  }

  async onCancel(tx: Tx, session: WorkflowSession, visit: Visit): Promise<void> {
    for (const bound of this.extensions.behaviorsOf(visit.node)) await bound.behavior.onCancel?.(tx, activityOf(session, visit, bound));
  }

  /** True when some behavior of the node wants to know that it was left. */
  hearsCancel(node: CompiledNode): boolean {
    return this.extensions.behaviorsOf(node).some(({ behavior }) => behavior.onCancel);
  }
}

function activityOf(session: WorkflowSession, visit: Visit, bound: BoundBehavior): Activity {
  const { id, definitionId, definitionKey, variables } = session.instance;
  const { node, executionId, taskId, locals, cause = 'flow' } = visit;
  return {
    instanceId: id,
    definitionId,
    definitionKey,
    nodeId: node.id,
    nodeName: node.name,
    nodeType: node.type,
    executionId,
    extension: bound.extension,
    variables: { ...variables, ...locals },
    cause,
    ...(taskId && { taskId }),
  };
}
