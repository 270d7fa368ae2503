import { Injectable } from '@nestjs/common';
import { Instances, type TaskView, type Tx } from '@fashen/plugin-api';
import { ASSIGNMENT, assignmentRule, Duties } from '../model';
import { DutyService } from './duty.service';

/** Asks whether a person may hold a task, by the rule its drawing gives. */
@Injectable()
export class DutiesService extends Duties {
  constructor(
    private readonly instances: Instances,
    private readonly duties: DutyService,
  ) {
    super();
  }

  async requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void> {
    const model = await this.instances.model(tx, task.instanceId);
    const rule = assignmentRule.safeParse(model.elements.get(task.nodeId)?.extensions[ASSIGNMENT]);
    if (!rule.success) return;
    const { variables } = await this.instances.require(tx, task.instanceId);
    const step = { nodeId: task.nodeId, nodeName: task.nodeName, rule: rule.data, createdAt: task.createdAt.getTime() };
    await this.duties.requireMayTake(tx, { step, personId, instanceId: task.instanceId, variables, taskId: task.id });
  }
}
