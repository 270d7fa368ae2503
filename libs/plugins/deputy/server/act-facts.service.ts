import { Injectable } from '@nestjs/common';
import { Directory, Instances, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { ASSIGNMENT, assignmentRule } from '@fashen/plugins/assignment/model';
import type { ActFacts } from '../model';
import { DeputyTables } from './deputy-tables';

/** What a deputy's act is judged by: the people, the case and the step. */
@Injectable()
export class ActFactsService {
  constructor(
    private readonly tables: DeputyTables,
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly directory: Directory,
  ) {}

  async nameOf(tx: Tx, personId: string): Promise<string> {
    return (await this.directory.names(tx, [personId])).get(personId) ?? personId;
  }

  async of(tx: Tx, principalId: string, task: TaskView): Promise<ActFacts> {
    const deputyId = tx.actor.personId;
    const { instanceId, executionId } = task;
    const { startedBy } = await this.instances.require(tx, instanceId);
    const inForce = await this.tables.rules.listInForce(tx, deputyId);
    const principal = await this.directory.find(tx, principalId);
    const visit = (await this.tasks.ofInstance(tx, instanceId)).filter((one) => one.executionId === executionId);
    return {
      ...{ deputyId, principalId, startedBy, task, visit },
      ...(principal && { principalUnitId: principal.unitId }),
      isStartersDeputy: inForce.some((rule) => rule.principalId === startedBy),
      duty: await this.dutyOf(tx, task),
      earlierUnitIds: await this.tables.acts.unitsActedFor(tx, instanceId, deputyId),
    };
  }

  private async dutyOf(tx: Tx, { instanceId, nodeId }: TaskView): Promise<string> {
    const model = await this.instances.model(tx, instanceId);
    const rule = assignmentRule.safeParse(model.elements.get(nodeId)?.extensions[ASSIGNMENT]);
    return rule.success ? rule.data.duty : 'none';
  }
}
