import type { KitPerson } from '@fashen/conformance';

/** Roles of the kit, and what they are called here. `admin` is whoever looks after tasks that fit nobody. */
const ROLES: Readonly<Record<string, string>> = { clerk: 'disclosure-clerk', reviewer: 'legal-reviewer', admin: 'operator' };
/** What `root` may do. */
const OFFICE: readonly string[] = [
  'operator',
  'account-admin',
  'chief-head',
  'deputy-head',
  'unit-head',
  'legal-modeler',
  'legal-section-head',
];

/** Who is who in one world: people of the kit get ids of their own, so that worlds share a database without meeting. */
export class Cast {
  private readonly byName: ReadonlyMap<string, string>;
  private readonly byId: ReadonlyMap<string, string>;

  constructor(
    readonly people: readonly KitPerson[],
    /** Unlike that of any other world. */
    readonly suffix: string,
  ) {
    this.byName = new Map(people.map(({ id }) => [id, `${id}-${suffix}`]));
    this.byId = new Map([...this.byName].map(([name, id]) => [id, name]));
  }

  /** The id here of a person of the kit. */
  idOf(name: string): string {
    return this.byName.get(name) ?? name;
  }

  nameOf(personId: string): string {
    return this.byId.get(personId) ?? personId;
  }

  rolesOf({ roles = [] }: KitPerson): readonly string[] {
    const own = roles.map((role) => ROLES[role] ?? role);
    return ['handling-officer', ...own, ...(roles.includes('admin') ? OFFICE : [])].filter((role, at, all) => all.indexOf(role) === at);
  }

  /** The role here of `role:clerk`. */
  roleOf(principal: string): string {
    const role = principal.replace(/^role:/, '');
    return ROLES[role] ?? role;
  }

  /** A principal in the words of the kit: a name or `role:clerk`. */
  principalName(principal: string): string {
    const [kind = '', id = ''] = principal.split(':');
    if (kind !== 'role') return this.nameOf(id);
    return `role:${Object.entries(ROLES).find(([, here]) => here === id)?.[0] ?? id}`;
  }

  /** The same data with ids in the place of names. */
  toIds<T>(data: T): T {
    return replaceTexts(data, (text) => this.byName.get(text) ?? text);
  }

  /** The same data with names in the place of ids. */
  toNames<T>(data: T): T {
    return replaceTexts(data, (text) => this.nameOf(text));
  }
}

function replaceTexts<T>(data: T, replace: (text: string) => string): T {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) => (typeof value === 'string' ? replace(value) : value)) as T;
}
