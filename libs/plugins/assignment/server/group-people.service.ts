import { Injectable } from '@nestjs/common';
import { type Activity, Directory, type Tx } from '@fashen/plugin-api';
import { type AssignmentRule, superiorsAt } from '../model';
import { LOOK_AT, MembersService, type Named, nobodyAbsent, principalOf } from './members.service';
import { StepService } from './step.service';

/** People a rule names by what they are: roles, units, posts, superiors, heads of the bureau. */
@Injectable()
export class GroupPeopleService {
  constructor(
    private readonly directory: Directory,
    private readonly members: MembersService,
    private readonly steps: StepService,
  ) {}

  /** Undefined when the rule picks people by name. At least `limit` members of a group are read, if it has as many. */
  async namedBy(tx: Tx, { instanceId }: Activity, rule: AssignmentRule, limit: number): Promise<Named | undefined> {
    switch (rule.kind) {
      case 'role':
        return this.ofRoles(tx, rule.value, await this.steps.unitOf(tx, instanceId, rule), limit);
      case 'unit':
        return this.ofUnits(tx, rule.value, limit);
      case 'post':
        return this.ofPosts(tx, rule.value, await this.steps.unitOf(tx, instanceId, rule), limit);
      case 'heads':
        return nobodyAbsent(await this.directory.heads(tx));
      case 'superior':
        return nobodyAbsent(superiorsAt(await this.directory.superiors(tx, (await this.steps.starterOf(tx, instanceId)).personId), rule));
      default:
        return undefined;
    }
  }

  private async ofRoles(tx: Tx, roles: readonly string[], unitId: string | undefined, limit: number): Promise<Named> {
    const queries = roles.map((role) => ({ role, ...(unitId && { unitId }) }));
    const principals = roles.map((role) => principalOf(role, unitId));
    return { ...nobodyAbsent(await this.members.of(tx, queries, limit)), principals };
  }

  private async ofUnits(tx: Tx, units: readonly string[], limit: number): Promise<Named> {
    const queries = units.map((unitId) => ({ unitId }));
    return { ...nobodyAbsent(await this.members.of(tx, queries, limit)), principals: units.map((unit) => `unit:${unit}`) };
  }

  /** Nobody is a candidate by a post, so everybody is named. */
  private async ofPosts(tx: Tx, posts: readonly string[], unitId: string | undefined, limit: number): Promise<Named> {
    const queries = posts.map((post) => ({ post, ...(unitId && { unitId }) }));
    return nobodyAbsent(await this.members.of(tx, queries, Math.max(limit, LOOK_AT)));
  }
}
