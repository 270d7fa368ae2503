import { Inject, Injectable } from '@nestjs/common';
import { type Activity, configToken, Definitions, type TaskAssignment, type Tx } from '@fashen/plugin-api';
import { assignmentErrors, assignmentEvents, type AssignmentRule, assignmentRule, isSigned, ruleAt } from '../model';
import type { AssignmentConfig } from './assignment.config';
import { type Fitting, FittingService } from './fitting.service';
import { PassingService } from './passing.service';
import type { SteppedIn } from './stepping-in.service';

/** Kinds that pick people by name: whoever picked a person who must not do the step is told so. */
const PICKED_BY_NAME: readonly AssignmentRule['kind'][] = ['starter', 'person', 'field', 'sameAs'];

/** Finds who gets a task. Never silently nobody: the operators hold what fits no one, or the act that leads here is refused. */
@Injectable()
export class PerformerService {
  constructor(
    @Inject(configToken('assignment')) private readonly config: AssignmentConfig,
    private readonly definitions: Definitions,
    private readonly fitting: FittingService,
    private readonly passing: PassingService,
  ) {}

  /**
   * Holder or candidates of a task that begins. One named person becomes the holder; several, a role or a unit become candidates.
   * Undefined when the step passes by itself.
   */
  async assignmentOf(tx: Tx, activity: Activity): Promise<TaskAssignment | undefined> {
    const model = await this.definitions.model(tx, activity.definitionId);
    const element = model.elements.get(activity.nodeId);
    const rule = ruleAt(element) ?? assignmentRule.parse(activity.extension);
    const fitting = await this.fitting.of(tx, activity, rule);
    if (await this.passing.pass(tx, activity, rule, fitting)) return undefined;

    requirePicked(rule, fitting);
    // Who signs together gets a seat, and is told of then.
    if (!isSigned(element)) tellSteppedIn(tx, activity, fitting.steppedIn);
    const [first, ...others] = fitting.people;
    if (!first) return this.nobody(tx, activity, rule);
    if (fitting.principals.length > 0 && fitting.steppedIn.length === 0) return { candidates: fitting.principals };
    if (others.length === 0) return { assigneeId: first.id };
    return { candidates: [first, ...others].map((person) => `person:${person.id}`) };
  }

  private nobody(tx: Tx, activity: Activity, rule: AssignmentRule): TaskAssignment {
    const { instanceId, nodeId, nodeName, taskId } = activity;
    if (rule.emptyPolicy === 'incident') throw assignmentErrors.NOBODY_TO_ASSIGN({ nodeId, step: nodeName });
    tx.emit(assignmentEvents.nobodyFound({ taskId, nodeId, kind: rule.kind, value: rule.value.join(' ') }, { instanceId }));
    return { candidates: [`role:${this.config.operatorRole}`] };
  }
}

/** Tells who steps in for whom. */
export function tellSteppedIn(tx: Tx, { instanceId, nodeId, taskId }: Activity, steppedIn: readonly SteppedIn[]): void {
  for (const { person, because, insteadOf } of steppedIn) {
    const payload = { taskId, nodeId, personId: person.id, because, ...(insteadOf !== undefined && { insteadOf }) };
    tx.emit(assignmentEvents.steppedIn(payload, { instanceId }));
  }
}

/** Picked by name, all refused and nobody steps in: throws the first refusal. */
function requirePicked({ kind, starterPolicy }: AssignmentRule, { people, judged }: Fitting): void {
  const refusal = judged[0]?.refusal;
  if (people.length > 0 || !refusal || !PICKED_BY_NAME.includes(kind)) return;
  if (starterPolicy === 'allow' || refusal.code !== assignmentErrors.STARTER_EXCLUDED.code) throw refusal;
}
