import { Injectable } from '@nestjs/common';
import type { Activity, Tx } from '@fashen/plugin-api';
import { type AssignmentRule, needsHistory, skipsSamePerson } from '../model';
import { ExpressionPeopleService } from './expression-people.service';
import { GroupPeopleService } from './group-people.service';
import { LOOK_AT, type Named } from './members.service';
import { PickedPeopleService } from './picked-people.service';

/** Finds the active people a rule names, before anybody asks whether they may. */
@Injectable()
export class NamedPeopleService {
  constructor(
    private readonly groups: GroupPeopleService,
    private readonly picked: PickedPeopleService,
    private readonly expressions: ExpressionPeopleService,
  ) {}

  /** With `isWhole` everybody of a role, unit or post is read; otherwise as many as it takes to know that somebody fits. */
  async namedBy(tx: Tx, activity: Activity, rule: AssignmentRule, isWhole = false): Promise<Named> {
    const enough = needsHistory(rule) || skipsSamePerson(rule) ? LOOK_AT : 1;
    const limit = isWhole ? Number.POSITIVE_INFINITY : enough;
    if (rule.kind === 'feel') return this.expressions.namedBy(tx, activity, rule, Math.max(limit, LOOK_AT));
    return (await this.groups.namedBy(tx, activity, rule, limit)) ?? this.picked.namedBy(tx, activity, rule);
  }
}
