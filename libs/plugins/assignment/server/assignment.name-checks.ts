import { Injectable } from '@nestjs/common';
import { Directory, type NameCheck, type NameFault, type Tx } from '@fashen/plugin-api';
import { roleIds } from '@fashen/plugins/directory/model';

/** A person a drawing names is known and has not left. */
@Injectable()
export class PersonNameCheck implements NameCheck {
  readonly kind = 'person';
  readonly faults = { 'person-unknown': 'error', 'person-left': 'error' } as const;

  constructor(private readonly directory: Directory) {}

  async judge(tx: Tx, id: string): Promise<NameFault | undefined> {
    const person = await this.directory.find(tx, id);
    if (!person) return { rule: 'person-unknown' };
    return person.active ? undefined : { rule: 'person-left', params: { name: person.name } };
  }
}

/** A unit a drawing names exists. */
@Injectable()
export class UnitNameCheck implements NameCheck {
  readonly kind = 'unit';
  readonly faults = { 'unit-unknown': 'error' } as const;

  constructor(private readonly directory: Directory) {}

  async judge(tx: Tx, id: string): Promise<NameFault | undefined> {
    return (await this.directory.unit(tx, id)) ? undefined : { rule: 'unit-unknown' };
  }
}

/** A role exists, and somebody has it. That nobody has it now is no error: people may be given it before a case comes there. */
@Injectable()
export class RoleNameCheck implements NameCheck {
  readonly kind = 'role';
  readonly faults = { 'role-unknown': 'error', 'role-vacant': 'warning' } as const;

  constructor(private readonly directory: Directory) {}

  async judge(tx: Tx, role: string): Promise<NameFault | undefined> {
    if (!roleIds.includes(role)) return { rule: 'role-unknown', params: { role } };
    const { items } = await this.directory.list(tx, { role, limit: 1 });
    return items.length > 0 ? undefined : { rule: 'role-vacant', params: { role } };
  }
}

/** Somebody has the post. There is no table of posts: one that nobody has may be new, or written wrong. */
@Injectable()
export class PostNameCheck implements NameCheck {
  readonly kind = 'post';
  readonly faults = { 'post-vacant': 'warning' } as const;

  constructor(private readonly directory: Directory) {}

  async judge(tx: Tx, post: string): Promise<NameFault | undefined> {
    const { items } = await this.directory.list(tx, { post, limit: 1 });
    return items.length > 0 ? undefined : { rule: 'post-vacant' };
  }
}
