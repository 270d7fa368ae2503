import { Injectable } from '@nestjs/common';
import { type Activity, Directory, Instances, type Page, type Person, Tasks, type Tx } from '@fashen/plugin-api';
import { type AssignmentRule, needsHistory, personIdsAt } from '../model';
import { KnownPeopleService } from './known-people.service';

/** How many people of a role, post or unit are looked at to learn whether anybody fits. */
const LOOK_AT = 200;

/** Whom a rule names: people, and for roles and units the principals that newcomers will match as well. */
export interface Named {
  readonly people: readonly Person[];
  readonly principals: readonly string[];
}

/** Finds the active people a rule names, before anybody asks whether they may. */
@Injectable()
export class NamedPeopleService {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly directory: Directory,
    private readonly known: KnownPeopleService,
  ) {}

  /** With `isWhole` everybody of a role, unit or post is read; otherwise as many as it takes to know that somebody fits. */
  async namedBy(tx: Tx, activity: Activity, rule: AssignmentRule, isWhole = false): Promise<Named> {
    const limit = isWhole ? Number.POSITIVE_INFINITY : needsHistory(rule) ? LOOK_AT : 1;
    const unitId = rule.unit === 'starter' ? (await this.starterOf(tx, activity)).unitId : rule.unit;
    switch (rule.kind) {
      case 'role':
        return {
          principals: rule.value.map((role) => principalOf(role, unitId)),
          people: await this.members(tx, rule, (role) => ({ role, unitId }), limit),
        };
      case 'unit':
        return {
          principals: rule.value.map((unit) => `unit:${unit}`),
          people: await this.members(tx, rule, (unit) => ({ unitId: unit }), limit),
        };
      case 'post':
        return { principals: [], people: await this.members(tx, rule, (post) => ({ post, unitId }), Math.max(limit, LOOK_AT)) };
      default:
        return { principals: [], people: await this.people(tx, await this.idsNamedBy(tx, activity, rule), unitId) };
    }
  }

  private async idsNamedBy(tx: Tx, activity: Activity, rule: AssignmentRule): Promise<readonly string[]> {
    switch (rule.kind) {
      case 'starter':
        return [(await this.starterOf(tx, activity)).personId];
      case 'person':
        return rule.value;
      case 'sameAs':
        return this.lastPerformerOf(tx, activity, rule.value);
      default:
        return rule.value.flatMap((path) => personIdsAt(activity.variables, path));
    }
  }

  /** The starter of the case. In the command that starts it the case may not be stored yet: then it is the actor. */
  private async starterOf(tx: Tx, activity: Activity): Promise<{ personId: string; unitId?: string }> {
    const instance = await this.instances.find(tx, activity.instanceId);
    return instance ? { personId: instance.startedBy, unitId: instance.unitId } : tx.actor;
  }

  private async lastPerformerOf(tx: Tx, activity: Activity, nodeIds: readonly string[]): Promise<readonly string[]> {
    const visits = await this.tasks.ofInstance(tx, activity.instanceId);
    const last = visits.filter((task) => nodeIds.includes(task.nodeId) && task.state === 'DONE').at(-1);
    return last?.endedBy === undefined ? [] : [last.endedBy];
  }

  /** Active people of roles, posts or units, each once, up to about `limit`. */
  private async members(
    tx: Tx,
    rule: AssignmentRule,
    queryFor: (id: string) => { role?: string; post?: string; unitId?: string },
    limit: number,
  ): Promise<readonly Person[]> {
    const found = new Map<string, Person>();
    for (const id of rule.value) {
      for (let after: string | undefined = ''; after !== undefined && found.size < limit;) {
        const page: Page<Person> = await this.directory.list(tx, {
          ...queryFor(id),
          limit: Math.min(limit, LOOK_AT),
          ...(after && { after }),
        });
        for (const person of page.items) found.set(person.id, person);
        after = page.next;
      }
    }
    return [...found.values()];
  }

  private async people(tx: Tx, ids: readonly string[], unitId: string | undefined): Promise<readonly Person[]> {
    const found: Person[] = [];
    for (const id of ids) {
      const person = await this.known.find(tx, id);
      if (person?.active && (unitId === undefined || person.unitId === unitId)) found.push(person);
    }
    return found;
  }
}

function principalOf(role: string, unitId: string | undefined): string {
  return unitId === undefined ? `role:${role}` : `role:${role}@${unitId}`;
}
