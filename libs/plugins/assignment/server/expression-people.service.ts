import { Injectable } from '@nestjs/common';
import { feel } from '@fashen/feel/server';
import type { Activity, Person, Tx } from '@fashen/plugin-api';
import { assignmentErrors, type AssignmentRule, namedIn, type NamedWord } from '../model';
import { MembersService, type Named, principalOf } from './members.service';
import { StandInService } from './stand-in.service';

/** Whom a FEEL expression over the case data names, within the limits of time and size that hold for every expression. */
@Injectable()
export class ExpressionPeopleService {
  constructor(
    private readonly members: MembersService,
    private readonly standIns: StandInService,
  ) {}

  /** Refused when the expression answers something that names nobody, such as a number; `null` is nobody. */
  async namedBy(tx: Tx, activity: Activity, { expression }: AssignmentRule, limit: number): Promise<Named> {
    const { nodeId, nodeName: step, variables } = activity;
    const words = namedIn(feel.compileExpression(expression).evaluate({ variables, now: tx.now }));
    if (!words) throw assignmentErrors.EXPRESSION_NAMES_NOBODY({ nodeId, step });
    const ids = words.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    const named = await this.standIns.inPlaceOfAbsent(tx, activity, ids);
    const members = await this.members.of(tx, words.flatMap(queryOf), limit);
    const people = new Map([...named.people, ...members].map((person) => [person.id, person]));
    return { ...named, people: [...people.values()], principals: await this.principalsOf(tx, words, named.people) };
  }

  /** Roles and units stay open for newcomers; where there are some, people and posts become candidates beside them. */
  private async principalsOf(tx: Tx, words: readonly NamedWord[], people: readonly Person[]): Promise<readonly string[]> {
    const groups = words.flatMap(({ kind, id, unitId }) => {
      if (kind === 'role') return [principalOf(id, unitId)];
      return kind === 'unit' ? [`unit:${id}`] : [];
    });
    if (groups.length === 0) return [];
    const posts = words.filter(({ kind }) => kind === 'post').map(({ id: post }) => ({ post }));
    const named = [...people, ...(await this.members.of(tx, posts, Number.POSITIVE_INFINITY))];
    return [...groups, ...new Set(named.map(({ id }) => `person:${id}`))];
  }
}

function queryOf({ kind, id, unitId }: NamedWord): readonly { role?: string; post?: string; unitId?: string }[] {
  if (kind === 'person') return [];
  if (kind === 'unit') return [{ unitId: id }];
  return kind === 'post' ? [{ post: id }] : [{ role: id, ...(unitId !== undefined && { unitId }) }];
}
