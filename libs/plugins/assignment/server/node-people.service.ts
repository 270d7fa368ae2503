import { Injectable } from '@nestjs/common';
import { type Activity, Definitions, type Tx } from '@fashen/plugin-api';
import { ASSIGNMENT, assignmentRule, needsHistory, NodePeople, type NodePerson, refusalOf } from '../model';
import { DutyService } from './duty.service';
import { NamedPeopleService } from './named-people.service';

/** Names all people of a step, and says what stands against each. */
@Injectable()
export class NodePeopleService extends NodePeople {
  constructor(
    private readonly definitions: Definitions,
    private readonly named: NamedPeopleService,
    private readonly duties: DutyService,
  ) {
    super();
  }

  async namedAt(tx: Tx, activity: Activity): Promise<readonly NodePerson[]> {
    const model = await this.definitions.model(tx, activity.definitionId);
    const rule = assignmentRule.safeParse(model.elements.get(activity.nodeId)?.extensions[ASSIGNMENT]);
    if (!rule.success) return [];
    const { people } = await this.named.namedBy(tx, activity, rule.data, true);
    const each = [...new Map(people.map((person) => [person.id, person])).values()];
    if (!needsHistory(rule.data)) return each.map((person) => ({ person }));

    const { nodeId, nodeName } = activity;
    const step = { nodeId, nodeName, rule: rule.data, createdAt: tx.now.getTime() };
    const history = await this.duties.historyOf(tx, activity);
    return each.map((person) => {
      const refusal = refusalOf(person, step, history, this.duties.today(tx));
      return { person, ...(refusal && { refusal }) };
    });
  }
}
