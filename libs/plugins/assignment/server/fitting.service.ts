import { Injectable } from '@nestjs/common';
import type { Activity, Person, Tx } from '@fashen/plugin-api';
import { assignmentErrors, type AssignmentRule, needsHistory, type NodePerson, refusalOf, type StepToTake } from '../model';
import { DutyService } from './duty.service';
import type { Named } from './members.service';
import { NamedPeopleService } from './named-people.service';
import { StepService } from './step.service';
import { type Judge, type SteppedIn, SteppingInService } from './stepping-in.service';

/** Whom the rule of a step names, who of them may do it, and who steps in. */
export interface Fitting {
  readonly principals: readonly string[];
  /** Everybody the rule names, with what stands against each. */
  readonly judged: readonly NodePerson[];
  /** Those who do it; empty when nobody does. */
  readonly people: readonly Person[];
  readonly steppedIn: readonly SteppedIn[];
  /** The starter of the case is the only one the rule names, and must not approve it. */
  readonly isStartersOnly: boolean;
}

/** Judges the people a rule names, and lets others step in. */
@Injectable()
export class FittingService {
  constructor(
    private readonly named: NamedPeopleService,
    private readonly duties: DutyService,
    private readonly steps: StepService,
    private readonly stepping: SteppingInService,
  ) {}

  /** With `isWhole` everybody has a part in the step, and whoever steps in for the starter joins the others. */
  async of(tx: Tx, activity: Activity, rule: AssignmentRule, isWhole = false): Promise<Fitting> {
    const named = await this.named.namedBy(tx, activity, rule, isWhole);
    const step = await this.steps.toTake(tx, activity, rule, tx.now.getTime());
    const judge = await this.judgeOf(tx, activity, step);
    const judged = named.people.map((person) => judgedBy(judge, person));
    const people = judged.filter(({ refusal }) => !refusal).map(({ person }) => person);
    const isStartersOnly = judged.length > 0 && judged.every(isStarter);
    const found = { principals: named.principals, judged, isStartersOnly };

    const above = judged.some(isStarter) ? await this.stepping.forStarter(tx, rule, step.starterId, judge) : undefined;
    if (above && joins(above, people, isWhole)) return { ...found, people: [...people, above.person], steppedIn: [above] };
    if (people.length > 0) return { ...found, people, steppedIn: standingIn(people, named) };
    return { ...found, ...(await this.forNobody(tx, activity, { rule, named, judge, isStartersOnly })) };
  }

  private async judgeOf(tx: Tx, activity: Activity, step: StepToTake): Promise<Judge> {
    if (!needsHistory(step.rule)) return () => undefined;
    const history = await this.duties.historyOf(tx, activity);
    return (person) => refusalOf(person, step, history, this.duties.today(tx));
  }

  private async forNobody(
    tx: Tx,
    { instanceId }: Activity,
    { rule, named, judge, isStartersOnly }: Searched,
  ): Promise<Pick<Fitting, 'people' | 'steppedIn'>> {
    const nobody = { people: [], steppedIn: [] };
    // The step passes by itself.
    if (isStartersOnly && rule.starterPolicy === 'skip') return nobody;
    const insteadOf = named.absentIds.length > 0 ? named.absentIds : [(await this.steps.starterOf(tx, instanceId)).personId];
    const one = await this.stepping.forNobody(tx, rule, insteadOf, judge);
    return one ? { people: [one.person], steppedIn: [one] } : nobody;
  }
}

interface Searched {
  readonly rule: AssignmentRule;
  readonly named: Named;
  readonly judge: Judge;
  readonly isStartersOnly: boolean;
}

function judgedBy(judge: Judge, person: Person): NodePerson {
  const refusal = judge(person);
  return { person, ...(refusal && { refusal }) };
}

const isStarter = ({ refusal }: NodePerson): boolean => refusal?.code === assignmentErrors.STARTER_EXCLUDED.code;

/** Where one person is enough, nobody steps in as long as there are others. */
function joins({ person }: SteppedIn, people: readonly Person[], isWhole: boolean): boolean {
  return people.length === 0 || (isWhole && !people.some(({ id }) => id === person.id));
}

function standingIn(people: readonly Person[], { standIns }: Named): readonly SteppedIn[] {
  return people.flatMap((person) => {
    const insteadOf = standIns.get(person.id);
    return insteadOf === undefined ? [] : [{ person, because: 'deputy', insteadOf }];
  });
}
