import { Injectable } from '@nestjs/common';
import { Directory, type Page, type Person, type Tx } from '@fashen/plugin-api';

/** How many people of a role, post or unit are looked at to learn whether anybody fits. */
export const LOOK_AT = 200;

/** Whom a rule names: people, and for roles and units the principals that newcomers will match as well. */
export interface Named {
  readonly people: readonly Person[];
  readonly principals: readonly string[];
  /** People it names who have left. */
  readonly absentIds: readonly string[];
  /** Who stands in for somebody who has left, and for whom. */
  readonly standIns: ReadonlyMap<string, string>;
}

/** Whose members are asked for. */
export interface MemberQuery {
  readonly role?: string;
  readonly post?: string;
  readonly unitId?: string;
}

/** Members of roles, posts and units. */
@Injectable()
export class MembersService {
  constructor(private readonly directory: Directory) {}

  /** Active people, each once, up to about `limit`. */
  async of(tx: Tx, queries: readonly MemberQuery[], limit: number): Promise<readonly Person[]> {
    const found = new Map<string, Person>();
    for (const query of queries) {
      for (let after: string | undefined = ''; after !== undefined && found.size < limit;) {
        const page: Page<Person> = await this.directory.list(tx, { ...query, limit: Math.min(limit, LOOK_AT), ...(after && { after }) });
        for (const person of page.items) found.set(person.id, person);
        after = page.next;
      }
    }
    return [...found.values()];
  }
}

/** A role, perhaps within a unit, as candidates of tasks are written. */
export function principalOf(role: string, unitId: string | undefined): string {
  return unitId === undefined ? `role:${role}` : `role:${role}@${unitId}`;
}

/** People by name only, all of them there. */
export function nobodyAbsent(people: readonly Person[]): Named {
  return { people, principals: [], absentIds: [], standIns: new Map() };
}
