import { Injectable } from '@nestjs/common';
import { type Activity, Directory, Tasks, type Tx } from '@fashen/plugin-api';
import { type AssignmentRule, personIdsAt } from '../model';
import type { Named } from './members.service';
import { StandInService } from './stand-in.service';
import { StepService } from './step.service';

/** People a rule picks by name: the starter, persons, heads of units, who did another step, who stands in the case data. */
@Injectable()
export class PickedPeopleService {
  constructor(
    private readonly tasks: Tasks,
    private readonly directory: Directory,
    private readonly steps: StepService,
    private readonly standIns: StandInService,
  ) {}

  async namedBy(tx: Tx, activity: Activity, rule: AssignmentRule): Promise<Named> {
    const named = await this.standIns.inPlaceOfAbsent(tx, activity, await this.idsOf(tx, activity, rule));
    const unitId = await this.steps.unitOf(tx, activity.instanceId, rule);
    return unitId === undefined ? named : { ...named, people: named.people.filter((person) => person.unitId === unitId) };
  }

  private async idsOf(tx: Tx, { instanceId, variables }: Activity, { kind, value }: AssignmentRule): Promise<readonly string[]> {
    switch (kind) {
      case 'starter':
        return [(await this.steps.starterOf(tx, instanceId)).personId];
      case 'person':
        return value;
      case 'unitHead':
        return this.headsOf(tx, instanceId, value);
      case 'sameAs':
        return this.lastPerformerOf(tx, instanceId, value);
      default:
        return value.flatMap((path) => personIdsAt(variables, path));
    }
  }

  private async headsOf(tx: Tx, instanceId: string, units: readonly string[]): Promise<readonly string[]> {
    const heads: string[] = [];
    for (const word of units) {
      const unitId = word === 'starter' ? (await this.steps.starterOf(tx, instanceId)).unitId : word;
      const unit = unitId === undefined ? undefined : await this.directory.unit(tx, unitId);
      if (unit?.headId !== undefined) heads.push(unit.headId);
    }
    return heads;
  }

  private async lastPerformerOf(tx: Tx, instanceId: string, nodeIds: readonly string[]): Promise<readonly string[]> {
    const visits = await this.tasks.ofInstance(tx, instanceId);
    const last = visits.filter((task) => nodeIds.includes(task.nodeId) && task.state === 'DONE').at(-1);
    return last?.endedBy === undefined ? [] : [last.endedBy];
  }
}
