import { Injectable } from '@nestjs/common';
import { Directory, type Person, type Tx, type WorkflowError } from '@fashen/plugin-api';
import type { AssignmentRule, SteppedInBecause } from '../model';
import { KnownPeopleService } from './known-people.service';

/** What stands against a person at a step; undefined when nothing does. */
export type Judge = (person: Person) => WorkflowError | undefined;

/** Somebody else than the drawing names does the step. */
export interface SteppedIn {
  readonly person: Person;
  readonly because: SteppedInBecause;
  readonly insteadOf?: string;
}

/** Finds who steps in where the policies of a rule say so. */
@Injectable()
export class SteppingInService {
  constructor(
    private readonly known: KnownPeopleService,
    private readonly directory: Directory,
  ) {}

  /** For the starter who would approve their own case: the nearest superior who may do the step. */
  async forStarter(tx: Tx, rule: AssignmentRule, starterId: string | undefined, judge: Judge): Promise<SteppedIn | undefined> {
    if (rule.starterPolicy !== 'superior' || starterId === undefined) return undefined;
    const person = await this.nearestAbove(tx, starterId, judge);
    return person && { person, because: 'starter', insteadOf: starterId };
  }

  /** Where nobody fits: a named person, or the nearest superior, of the first of these people who has one. */
  async forNobody(tx: Tx, rule: AssignmentRule, insteadOf: readonly string[], judge: Judge): Promise<SteppedIn | undefined> {
    if (rule.emptyPolicy === 'person') return this.namedPerson(tx, rule.emptyTo, judge);
    if (rule.emptyPolicy !== 'superior') return undefined;
    for (const personId of insteadOf) {
      const person = await this.nearestAbove(tx, personId, judge);
      if (person) return { person, because: 'nobody', insteadOf: personId };
    }
    return undefined;
  }

  private async namedPerson(tx: Tx, personId: string | undefined, judge: Judge): Promise<SteppedIn | undefined> {
    const person = personId === undefined ? undefined : await this.known.find(tx, personId);
    return person?.active && !judge(person) ? { person, because: 'nobody' } : undefined;
  }

  private async nearestAbove(tx: Tx, personId: string, judge: Judge): Promise<Person | undefined> {
    return (await this.directory.superiors(tx, personId)).find((superior) => !judge(superior));
  }
}
