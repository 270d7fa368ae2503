import { Injectable } from '@nestjs/common';
import { type Activity, Definitions, type Tx } from '@fashen/plugin-api';
import { NodePeople, type NodePerson, ruleAt } from '../model';
import { FittingService } from './fitting.service';
import { tellSteppedIn } from './performer.service';

/** Names all people of a step and those who step in, and says what stands against each. */
@Injectable()
export class NodePeopleService extends NodePeople {
  constructor(
    private readonly definitions: Definitions,
    private readonly fitting: FittingService,
  ) {
    super();
  }

  async namedAt(tx: Tx, activity: Activity): Promise<readonly NodePerson[]> {
    const model = await this.definitions.model(tx, activity.definitionId);
    const rule = ruleAt(model.elements.get(activity.nodeId));
    if (!rule) return [];
    const { judged, steppedIn } = await this.fitting.of(tx, activity, rule, true);
    tellSteppedIn(tx, activity, steppedIn);
    const named = judged.map((one) => one.person.id);
    const besides = steppedIn.filter(({ person }) => !named.includes(person.id)).map(({ person }) => ({ person }));
    return [...new Map([...judged, ...besides].map((one) => [one.person.id, one])).values()];
  }
}
