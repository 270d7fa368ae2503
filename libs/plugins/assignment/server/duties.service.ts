import { Injectable } from '@nestjs/common';
import { Instances, type TaskView, type Tx } from '@fashen/plugin-api';
import { Duties, ruleAt } from '../model';
import { DutyService } from './duty.service';
import { StepService } from './step.service';

/** Asks whether a person may hold a task, by the rule its drawing gives. */
@Injectable()
export class DutiesService extends Duties {
  constructor(
    private readonly instances: Instances,
    private readonly duties: DutyService,
    private readonly steps: StepService,
  ) {
    super();
  }

  async requireMayTake(tx: Tx, task: TaskView, personId: string): Promise<void> {
    const model = await this.instances.model(tx, task.instanceId);
    const rule = ruleAt(model.elements.get(task.nodeId));
    if (!rule) return;
    const { variables } = await this.instances.require(tx, task.instanceId);
    const step = await this.steps.toTake(tx, task, rule, task.createdAt.getTime());
    await this.duties.requireMayTake(tx, { step, personId, instanceId: task.instanceId, variables, taskId: task.id });
  }
}
