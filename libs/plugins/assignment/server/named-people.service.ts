import { Injectable } from '@nestjs/common';
import { type Activity, Directory, Instances, type Person, Tasks, type Tx } from '@fashen/plugin-api';
import { type AssignmentRule, needsHistory, personIdsAt } from '../model';

/** How many people of a role, post or unit are looked at to learn whether anybody fits. */
const LOOK_AT = 200;

/** Whom a rule names: people, and for roles and units the principal that newcomers will match as well. */
export interface Named {
  readonly people: readonly Person[];
  readonly principal?: string;
}

/** Finds the active people a rule names, before anybody asks whether they may. */
@Injectable()
export class NamedPeopleService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly directory: Directory,
  ) {}

  async namedBy(tx: Tx, activity: Activity, rule: AssignmentRule): Promise<Named> {
    const unitId = rule.unit === 'starter' ? (await this.starterOf(tx, activity)).unitId : rule.unit;
    const { value } = rule;
    switch (rule.kind) {
      case 'role':
        return { principal: principalOf(value, unitId), people: await this.members(tx, rule, { role: value, unitId }) };
      case 'unit':
        return { principal: `unit:${value}`, people: await this.members(tx, rule, { unitId: value }) };
      case 'post':
        return { people: await this.members(tx, rule, { post: value, unitId }, LOOK_AT) };
      default:
        return { people: await this.people(tx, await this.idsNamedBy(tx, activity, rule), unitId) };
    }
  }

  private async idsNamedBy(tx: Tx, activity: Activity, rule: AssignmentRule): Promise<readonly string[]> {
    switch (rule.kind) {
      case 'starter':
        return [(await this.starterOf(tx, activity)).personId];
      case 'person':
        return [rule.value];
      case 'sameAs':
        return this.lastPerformerOf(tx, activity, rule.value);
      default:
        return personIdsAt(activity.variables, rule.value);
    }
  }

  /** The starter of the case. In the command that starts it the case may not be stored yet: then it is the actor. */
  private async starterOf(tx: Tx, activity: Activity): Promise<{ personId: string; unitId?: string }> {
    const instance = await this.instances.find(tx, activity.instanceId);
    return instance ? { personId: instance.startedBy, unitId: instance.unitId } : tx.actor;
  }

  private async lastPerformerOf(tx: Tx, activity: Activity, nodeId: string): Promise<readonly string[]> {
    const visits = await this.tasks.ofInstance(tx, activity.instanceId);
    const last = visits.filter((task) => task.nodeId === nodeId && task.state === 'DONE').at(-1);
    return last?.endedBy === undefined ? [] : [last.endedBy];
  }

  /** Active people of a role, post or unit. Where history does not matter one is enough to know that the task is not lost. */
  private async members(
    tx: Tx,
    rule: AssignmentRule,
    query: { role?: string; post?: string; unitId?: string },
    limit = needsHistory(rule) ? LOOK_AT : 1,
  ): Promise<readonly Person[]> {
    return (await this.directory.list(tx, { ...query, limit })).items;
  }

  private async people(tx: Tx, ids: readonly string[], unitId: string | undefined): Promise<readonly Person[]> {
    const found: Person[] = [];
    for (const id of ids) {
      const person = await this.directory.find(tx, id);
      if (person?.active && (unitId === undefined || person.unitId === unitId)) found.push(person);
    }
    return found;
  }
}

function principalOf(role: string, unitId: string | undefined): string {
  return unitId === undefined ? `role:${role}` : `role:${role}@${unitId}`;
}
