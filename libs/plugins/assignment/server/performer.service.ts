import { Inject, Injectable } from '@nestjs/common';
import { type Activity, configToken, Directory, Instances, type Person, type TaskAssignment, Tasks, type Tx } from '@fashen/plugin-api';
import { assignmentErrors, assignmentEvents, type AssignmentRule, assignmentRule, needsHistory, personIdsAt, refusalOf } from '../model';
import type { AssignmentConfig } from './assignment.config';
import { DutyService } from './duty.service';

/** How many people of a role, post or unit are looked at to learn whether anybody fits. */
const LOOK_AT = 200;

/** Whom a rule names: people, and for roles and units the principal that newcomers will match as well. */
interface Named {
  readonly people: readonly Person[];
  readonly principal?: string;
}

/** Finds who gets a task. Never silently nobody: the operators hold what fits no one, or the act that leads here is refused. */
@Injectable()
export class PerformerService {
  constructor(
    @Inject(configToken('assignment')) private readonly config: AssignmentConfig,
    private readonly duties: DutyService,
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly directory: Directory,
  ) {}

  /**
   * Holder or candidates of a task that begins. One named person becomes the holder; several, a role or a unit become candidates.
   * A person named by the case data who must not do the step is refused with the reason, so whoever picked them learns it at once.
   */
  async assignmentOf(tx: Tx, activity: Activity): Promise<TaskAssignment> {
    const rule = assignmentRule.parse(activity.extension);
    const named = await this.namedBy(tx, activity, rule);
    const fitting = await this.fitting(tx, activity, rule, named);

    if (fitting.length === 0) return this.nobody(tx, activity, rule);
    if (named.principal !== undefined) return { candidates: [named.principal] };
    if (fitting.length === 1) return { assigneeId: fitting[0]?.id };
    return { candidates: fitting.map((person) => `person:${person.id}`) };
  }

  private async namedBy(tx: Tx, activity: Activity, rule: AssignmentRule): Promise<Named> {
    const unitId = rule.unit === 'starter' ? (await this.starterOf(tx, activity)).unitId : rule.unit;
    switch (rule.kind) {
      case 'role':
        return {
          principal: unitId === undefined ? `role:${rule.value}` : `role:${rule.value}@${unitId}`,
          people: await this.members(tx, rule, { role: rule.value, unitId }),
        };
      case 'unit':
        return { principal: `unit:${rule.value}`, people: await this.members(tx, rule, { unitId: rule.value }) };
      case 'post':
        return { people: await this.members(tx, rule, { post: rule.value, unitId }, LOOK_AT) };
      default:
        return {
          people: (await this.people(tx, await this.idsNamedBy(tx, activity, rule))).filter(
            (person) => unitId === undefined || person.unitId === unitId,
          ),
        };
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
    const page = await this.directory.list(tx, { ...query, limit });
    return page.items.filter((person) => person.active);
  }

  private async people(tx: Tx, ids: readonly string[]): Promise<readonly Person[]> {
    const found: Person[] = [];
    for (const id of ids) {
      const person = await this.directory.find(tx, id);
      if (person?.active) found.push(person);
    }
    return found;
  }

  private async fitting(tx: Tx, activity: Activity, rule: AssignmentRule, named: Named): Promise<readonly Person[]> {
    if (!needsHistory(rule)) return named.people;
    const history = await this.duties.historyOf(tx, activity);
    const { nodeId, nodeName } = activity;
    const step = { nodeId, nodeName, rule, createdAt: tx.now.getTime() };
    const refusals = named.people.map((person) => refusalOf(person, step, history, this.duties.today(tx)));

    const fitting = named.people.filter((_person, index) => refusals[index] === undefined);
    const pickedByName = rule.kind !== 'role' && rule.kind !== 'unit' && rule.kind !== 'post';
    if (fitting.length === 0 && pickedByName && refusals[0]) throw refusals[0];
    return fitting;
  }

  private nobody(tx: Tx, activity: Activity, rule: AssignmentRule): TaskAssignment {
    const { instanceId, nodeId, nodeName, taskId } = activity;
    if (rule.emptyPolicy === 'incident') throw assignmentErrors.NOBODY_TO_ASSIGN({ nodeId, step: nodeName });
    tx.emit(assignmentEvents.nobodyFound({ taskId, nodeId, kind: rule.kind, value: rule.value }, { instanceId }));
    return { candidates: [`role:${this.config.operatorRole}`] };
  }
}
