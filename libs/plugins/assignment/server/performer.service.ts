import { Inject, Injectable } from '@nestjs/common';
import { type Activity, configToken, type Person, type TaskAssignment, type Tx } from '@fashen/plugin-api';
import { assignmentErrors, assignmentEvents, type AssignmentRule, assignmentRule, needsHistory, refusalOf } from '../model';
import type { AssignmentConfig } from './assignment.config';
import { DutyService } from './duty.service';
import { type Named, NamedPeopleService } from './named-people.service';

/** Kinds that pick people by name: whoever picked a person who must not do the step is told so. */
const PICKED_BY_NAME: readonly AssignmentRule['kind'][] = ['starter', 'person', 'field', 'sameAs'];

/** Finds who gets a task. Never silently nobody: the operators hold what fits no one, or the act that leads here is refused. */
@Injectable()
export class PerformerService {
  constructor(
    @Inject(configToken('assignment')) private readonly config: AssignmentConfig,
    private readonly named: NamedPeopleService,
    private readonly duties: DutyService,
  ) {}

  /** Holder or candidates of a task that begins. One named person becomes the holder; several, a role or a unit become candidates. */
  async assignmentOf(tx: Tx, activity: Activity): Promise<TaskAssignment> {
    const rule = assignmentRule.parse(activity.extension);
    const named = await this.named.namedBy(tx, activity, rule);
    const [first, ...others] = await this.fitting(tx, activity, rule, named);

    if (!first) return this.nobody(tx, activity, rule);
    if (named.principals.length > 0) return { candidates: named.principals };
    if (others.length === 0) return { assigneeId: first.id };
    return { candidates: [first, ...others].map((person) => `person:${person.id}`) };
  }

  /** The named people who may do the step. Picked by name and all refused: throws the first refusal. */
  private async fitting(tx: Tx, activity: Activity, rule: AssignmentRule, named: Named): Promise<readonly Person[]> {
    if (!needsHistory(rule)) return named.people;
    const history = await this.duties.historyOf(tx, activity);
    const { nodeId, nodeName } = activity;
    const step = { nodeId, nodeName, rule, createdAt: tx.now.getTime() };
    const judged = named.people.map((person) => ({ person, refusal: refusalOf(person, step, history, this.duties.today(tx)) }));

    const fitting = judged.filter(({ refusal }) => !refusal).map(({ person }) => person);
    const refusal = judged[0]?.refusal;
    if (fitting.length === 0 && refusal && PICKED_BY_NAME.includes(rule.kind)) throw refusal;
    return fitting;
  }

  private nobody(tx: Tx, activity: Activity, rule: AssignmentRule): TaskAssignment {
    const { instanceId, nodeId, nodeName, taskId } = activity;
    if (rule.emptyPolicy === 'incident') throw assignmentErrors.NOBODY_TO_ASSIGN({ nodeId, step: nodeName });
    tx.emit(assignmentEvents.nobodyFound({ taskId, nodeId, kind: rule.kind, value: rule.value.join(' ') }, { instanceId }));
    return { candidates: [`role:${this.config.operatorRole}`] };
  }
}
