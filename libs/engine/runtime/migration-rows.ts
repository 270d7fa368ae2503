import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { Definition } from '../definition/definition-store';
import { JobRepository } from '../job/job.repository';
import type { ElementMap, Wait } from '../kernel';
import { TaskRepository } from '../task/task.repository';
import { SubscriptionRepository } from './subscription.repository';
import type { WorkflowSession } from './workflow-session';

/** Where an instance goes on: the version, and the ids of its elements by the ids here. */
export interface Place {
  readonly target: Definition;
  readonly elements: ElementMap;
}

/** Rows beside the instance's own that name a version or a node: tasks, jobs, subscriptions. */
@Injectable()
export class MigrationRows {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly jobs: JobRepository,
    private readonly subscriptions: SubscriptionRepository,
  ) {}

  /** Lets them name what they stand for in the other version. */
  async move(tx: Tx, session: WorkflowSession, { target, elements }: Place): Promise<void> {
    const { id, definitionId: fromDefinitionId } = session.instance;
    const definitionId = target.view.id;
    const stored = await this.tasks.ofInstance(tx, id);
    for (const nodeId of new Set(stored.map((task) => task.nodeId))) {
      const node = target.process.nodes.get(elements[nodeId] ?? nodeId);
      const to = node && { fromDefinitionId, definitionId, nodeId: node.id, nodeName: node.name, onlyOpen: node.id === nodeId };
      if (to) await this.tasks.moveNode(tx, id, nodeId, to);
    }
    for (const wait of session.waits) await this.moveWait(tx, session, { target, elements, wait });
  }

  private async moveWait(
    tx: Tx,
    { instance: { id: instanceId } }: WorkflowSession,
    { target, elements, wait }: Place & { readonly wait: Wait },
  ): Promise<void> {
    const { executionId, kind } = wait;
    const nodeId = elements[wait.nodeId] ?? wait.nodeId;
    const messageName = target.process.nodes.get(nodeId)?.messageName ?? '';
    if (kind === 'message')
      await this.subscriptions.move(tx, instanceId, { executionId, definitionId: target.view.id, nodeId, messageName });
    if ((kind === 'timer' || kind === 'work') && nodeId !== wait.nodeId) await this.jobs.setPlace(tx, instanceId, { executionId, nodeId });
  }
}
