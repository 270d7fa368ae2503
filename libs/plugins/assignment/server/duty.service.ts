import { Inject, Injectable } from '@nestjs/common';
import {
  type Activity,
  type Completion,
  configToken,
  Instances,
  type JsonObject,
  mergePatch,
  type Person,
  Tasks,
  type Tx,
  type WorkflowError,
} from '@fashen/plugin-api';
import {
  assignmentErrors,
  dayOf,
  dutyConflict,
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

  /** Refuses the end of a step by a person who must not do it, and of an investigation without two officers who may do it. */
  async requireMayEnd(tx: Tx, activity: Activity, completion: Completion, step: StepToTake): Promise<void> {
    // A time limit ends a step in nobody's name: without a duty there is nobody to judge.
    if (tx.actor.kind === 'system' && step.rule.duty === 'none') return;
    const { instanceId, taskId } = activity;
    const variables = mergePatch(activity.variables, completion.output);
    const history = await this.requireMayTake(tx, { step, personId: tx.actor.personId, instanceId, variables, taskId });
    if (!officerCertificateFor(step.rule.duty)) return;

    const officers = await this.officersOf(tx, variables);
    const refusal = officersRefusal(officers, this.actDayOf(tx, completion.output)) ?? firstConflict(officers, step, history);
    if (refusal) throw refusal;
  }

  /** Refuses a person who must not do this step; answers the history it looked at. Plain steps pass without a query. */
  async requireMayTake(tx: Tx, request: TakeRequest): Promise<readonly Performance[]> {
    if (!needsHistory(request.step.rule)) return [];
    const history = await this.historyOf(tx, request);
    const person = await this.people.require(tx, request.personId);
    const refusal = refusalOf(person, request.step, history, this.today(tx)) ?? (await this.operatorRefusal(tx, person, request));
    if (refusal) throw refusal;
    return history;
  }

  /** A duty that fitted nobody waits with the operators for a person; none of them does it. */
  private async operatorRefusal(tx: Tx, person: Person, { step, taskId }: TakeRequest): Promise<WorkflowError | undefined> {
    const { operatorRole } = this.config;
    if (step.rule.duty === 'none' || taskId === undefined || !person.roles.includes(operatorRole)) return undefined;
    const task = await this.tasks.find(tx, taskId);
    return task?.candidates.includes(`role:${operatorRole}`) ? assignmentErrors.HAND_ON_ONLY({ taskId }) : undefined;
  }

  /** What everybody has done in the case so far, without the task in question. */
  async historyOf(tx: Tx, about: Pick<TakeRequest, 'instanceId' | 'variables' | 'taskId'>): Promise<readonly Performance[]> {
    const tasks = await this.tasks.ofInstance(tx, about.instanceId);
    const others = tasks.filter((task) => task.id !== about.taskId);
    const model = others.length === 0 ? undefined : await this.instances.model(tx, about.instanceId);
    return [...performancesOf(others, model, this.officerIds(about.variables)), ...(await this.historyAbove(tx, about.instanceId))];
  }

  /** What everybody has done in the case that called this process: its duties are the same case's. */
  private async historyAbove(tx: Tx, instanceId: string): Promise<readonly Performance[]> {
    const parent = await this.instances.parentOf(tx, instanceId);
    if (!parent) return [];
    const { variables } = await this.instances.require(tx, parent.instanceId);
    return this.historyOf(tx, { instanceId: parent.instanceId, variables });
  }

  /** The calendar day of the unit of work, at the bureau. */
  today(tx: Tx): string {
    return dayOf(tx.now, this.config.utcOffsetMinutes);
  }

  private async officersOf(tx: Tx, variables: JsonObject): Promise<readonly Person[]> {
    const officers: Person[] = [];
    for (const id of this.officerIds(variables)) officers.push(await this.people.require(tx, id));
    return officers;
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

/** The first officer who had a duty in this case that must stay apart from investigating it. */
function firstConflict(officers: readonly Person[], step: StepToTake, history: readonly Performance[]): WorkflowError | undefined {
  return officers.map((officer) => dutyConflict(officer, step, history)).find((conflict) => conflict !== undefined);
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
