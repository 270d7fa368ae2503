import { Inject, Injectable } from '@nestjs/common';
import { type Activity, type Completion, configToken, Instances, type JsonObject, type Person, Tasks, type Tx } from '@fashen/plugin-api';
import {
  applyMergePatch,
  assignmentRule,
  dayOf,
  isDay,
  needsHistory,
  officerCertificateFor,
  officersRefusal,
  type Performance,
  performancesOf,
  personIdsAt,
  refusalOf,
  type StepToTake,
  valueAt,
} from '../model';
import type { AssignmentConfig } from './assignment.config';
import { KnownPeopleService } from './known-people.service';

/** Keeps duties apart: asks the tables of the model about the people of one case. */
@Injectable()
export class DutyService {
  constructor(
    @Inject(configToken('assignment')) private readonly config: AssignmentConfig,
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly people: KnownPeopleService,
  ) {}

  /** Refuses the end of a step by a person who must not do it, and of an investigation without two certified officers. */
  async requireMayEnd(tx: Tx, activity: Activity, completion: Completion): Promise<void> {
    const step = await this.stepOf(tx, activity);
    const variables = applyMergePatch(activity.variables, completion.output);
    await this.requireMayTake(tx, {
      step,
      personId: tx.actor.personId,
      instanceId: activity.instanceId,
      variables,
      taskId: activity.taskId,
    });
    if (officerCertificateFor(step.rule.duty)) await this.requireTwoOfficers(tx, variables, this.actDayOf(tx, completion.output));
  }

  /** Refuses a person who must not do this step. Plain steps pass without a query. */
  async requireMayTake(tx: Tx, request: TakeRequest): Promise<void> {
    if (!needsHistory(request.step.rule)) return;
    const history = await this.historyOf(tx, request);
    const person = await this.people.require(tx, request.personId);
    const refusal = refusalOf(person, request.step, history, this.today(tx));
    if (refusal) throw refusal;
  }

  /** What everybody has done in the case so far, without the task in question. */
  async historyOf(tx: Tx, about: Pick<TakeRequest, 'instanceId' | 'variables' | 'taskId'>): Promise<readonly Performance[]> {
    const tasks = await this.tasks.ofInstance(tx, about.instanceId);
    const others = tasks.filter((task) => task.id !== about.taskId);
    const model = others.length === 0 ? undefined : await this.instances.model(tx, about.instanceId);
    return performancesOf(others, model, this.officerIds(about.variables));
  }

  /** The calendar day of the unit of work, at the bureau. */
  today(tx: Tx): string {
    return dayOf(tx.now, this.config.utcOffsetMinutes);
  }

  private async stepOf(tx: Tx, activity: Activity): Promise<StepToTake> {
    const rule = assignmentRule.parse(activity.extension);
    const task = rule.samePersonPolicy === 'exclude' && activity.taskId ? await this.tasks.find(tx, activity.taskId) : undefined;
    const { nodeId, nodeName } = activity;
    return { nodeId, nodeName, rule, createdAt: (task?.createdAt ?? tx.now).getTime() };
  }

  private async requireTwoOfficers(tx: Tx, variables: JsonObject, day: string): Promise<void> {
    const officers: Person[] = [];
    for (const id of this.officerIds(variables)) officers.push(await this.people.require(tx, id));
    const refusal = officersRefusal(officers, day);
    if (refusal) throw refusal;
  }

  /** The day of the officers' act, when this step tells it; otherwise the day on which the step ends. */
  private actDayOf(tx: Tx, output: JsonObject): string {
    const told = valueAt(output, this.config.actDatePath);
    return typeof told === 'string' && isDay(told) ? told : this.today(tx);
  }

  private officerIds(variables: JsonObject): readonly string[] {
    return this.config.officerPaths.flatMap((path) => personIdsAt(variables, path));
  }
}

/** A person and the step they are about to take or end. */
export interface TakeRequest {
  readonly step: StepToTake;
  readonly personId: string;
  readonly instanceId: string;
  readonly variables: JsonObject;
  /** The task itself, which is not part of the history. */
  readonly taskId?: string;
}
