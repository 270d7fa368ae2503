import { Injectable, Optional } from '@nestjs/common';
import { type Activity, Deputies, type Person, type Tx } from '@fashen/plugin-api';
import { KnownPeopleService } from './known-people.service';
import type { Named } from './members.service';

/** Who stands in for people who were picked by name and have left. */
@Injectable()
export class StandInService {
  constructor(
    private readonly known: KnownPeopleService,
    @Optional() private readonly deputies?: Deputies,
  ) {}

  /** Those who are there, each once. Who has left gives place to the deputy whose rule still holds. */
  async inPlaceOfAbsent(tx: Tx, activity: Activity, ids: readonly string[]): Promise<Named> {
    const people = new Map<string, Person>();
    const standIns = new Map<string, string>();
    const absentIds: string[] = [];
    for (const id of new Set(ids)) {
      const named = await this.known.find(tx, id);
      if (!named) continue;
      const person = named.active ? named : await this.deputyOf(tx, activity, id);
      if (!named.active) absentIds.push(id);
      if (person && person !== named) standIns.set(person.id, id);
      if (person) people.set(person.id, person);
    }
    return { people: [...people.values()], principals: [], absentIds, standIns };
  }

  private async deputyOf(tx: Tx, activity: Activity, personId: string): Promise<Person | undefined> {
    const deputyId = await this.deputies?.deputyOf(tx, personId, activity);
    const deputy = deputyId === undefined ? undefined : await this.known.find(tx, deputyId);
    return deputy?.active ? deputy : undefined;
  }
}
