import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { ExpressionCache } from '../core/expression-cache';
import { DefinitionStore } from '../definition/definition-store';
import type { Act, CompiledNode } from '../kernel';
import type { LoadedInstance } from './loaded-instance';
import type { NewInstance } from './new-instance';
import { OpenSessions } from './open-sessions';
import { SuspensionService } from './suspension.service';
import type { OpenedWait, WorkflowSession } from './workflow-session';

/** Extension element with FEEL contexts: what goes into the called process and what comes back. Without it, everything does. */
const MAPPING = 'engine:Mapping';
const KEY_LENGTH = 100;

/** Code of the drawn error a call activity gets when its process was ended from outside. */
export const CHILD_TERMINATED = 'engine.CHILD_TERMINATED';

/** What goes from a calling instance to the called one and back. */
@Injectable()
export class CallActivityService {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly expressions: ExpressionCache,
    private readonly sessions: OpenSessions,
    private readonly suspension: SuspensionService,
  ) {}

  /** What to start for a call activity: the latest version of the called process. Absent when none is published. */
  async startOf(tx: Tx, session: WorkflowSession, { wait, node }: OpenedWait): Promise<NewInstance | undefined> {
    this.sessions.refuseDeepCalls(tx);
    const latest = wait.calledElement ? await this.definitions.findLatest(tx, wait.calledElement) : undefined;
    if (!latest) return undefined;
    const { id, businessKey, title } = session.instance;
    return {
      definition: latest,
      businessKey: `${businessKey}/${wait.executionId}`.slice(-KEY_LENGTH),
      title,
      variables: this.mapped(node, 'input', { ...session.variables, ...wait.locals }, tx.now),
      parent: { instanceId: id, executionId: wait.executionId },
    };
  }

  /** What the end of a called process means for the call activity. */
  endOf(tx: Tx, child: WorkflowSession, calling: WorkflowSession, executionId: string): Act {
    const { ended } = child;
    if (ended?.status === 'TERMINATED') return { kind: 'bpmnError', executionId, code: CHILD_TERMINATED };
    if (ended?.status === 'FAILED') return { kind: 'bpmnError', executionId, code: ended.error?.code ?? '' };
    const node = calling.node(calling.findWait(executionId)?.nodeId ?? '');
    return { kind: 'childEnded', executionId, output: this.mapped(node, 'output', child.variables, tx.now) };
  }

  /** The instance a call activity started, ready to be ended. Absent when it is over. */
  lockChild(tx: Tx, session: WorkflowSession, executionId: string): Promise<LoadedInstance | undefined> {
    return this.suspension.lockCalled(tx, session.instance.id, executionId);
  }

  private mapped(node: CompiledNode, direction: 'input' | 'output', variables: JsonObject, now: Date): JsonObject {
    const text = node.extensions[MAPPING]?.[direction];
    if (typeof text !== 'string') return variables;
    return this.expressions.context(text, variables, now);
  }
}
