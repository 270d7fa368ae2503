import type { PanelChoice, SuppliedChoices } from '@fashen/modeler';
import type { ApiClient, WirePage } from '@fashen/ui';

interface Keyed {
  readonly key: string;
  readonly name: string;
}

interface Known {
  readonly id: string;
  readonly name: string;
}

interface KnownPerson extends Known {
  readonly unitName: string;
  readonly posts: readonly string[];
}

/** Lists as the server keeps them. */
export interface ChoiceLists {
  readonly forms: readonly Pick<Keyed, 'key'>[];
  readonly decisions: readonly Keyed[];
  readonly units: readonly Known[];
  readonly people: readonly KnownPerson[];
  readonly periods: readonly Keyed[];
  readonly processes: readonly Keyed[];
}

const PAGE = 200;
/** More people than this are not offered one by one; who is not offered can still be named by a role. */
const MOST_PEOPLE = 2_000;

/** Reads all lists at once. */
export async function readLists(api: ApiClient, signal: AbortSignal): Promise<ChoiceLists> {
  const page = async <T>(path: string): Promise<readonly T[]> => (await api.get<WirePage<T>>(path, signal)).items;
  const [forms, decisions, units, people, table, processes] = await Promise.all([
    page<Pick<Keyed, 'key'>>('/forms'),
    page<Keyed>('/decisions'),
    page<Known>('/units'),
    readPeople(api, signal),
    api.get<{ readonly periods: readonly Keyed[] }>('/clocks/periods', signal),
    page<Keyed>('/processes'),
  ]);
  return { forms, decisions, units, people, periods: table.periods, processes };
}

async function readPeople(api: ApiClient, signal: AbortSignal): Promise<readonly KnownPerson[]> {
  const found: KnownPerson[] = [];
  let next: string | undefined = '';
  while (next !== undefined && found.length < MOST_PEOPLE) {
    const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
    const page: WirePage<KnownPerson> = await api.get<WirePage<KnownPerson>>(`/people?limit=${PAGE}${after}`, signal);
    found.push(...page.items);
    next = page.next;
  }
  return found;
}

/** All lists, with the roles, which the product names itself. Posts have no names: who has them is said beside. */
export function choicesFrom(lists: ChoiceLists, roles: readonly PanelChoice[]): SuppliedChoices {
  const people = lists.people.map(({ id, name, unitName }) => ({ value: id, label: `${name}（${unitName}）` }));
  return {
    roles,
    people,
    principals: [...prefixed('role', roles), ...prefixed('person', people)],
    forms: lists.forms.map(({ key }) => ({ value: key, label: key })),
    decisions: lists.decisions.map(byKey),
    units: lists.units.map(({ id, name }) => ({ value: id, label: name })),
    posts: postsOf(lists.people),
    periods: lists.periods.map(byKey),
    processes: lists.processes.map(byKey),
  };
}

const prefixed = (kind: string, choices: readonly PanelChoice[]): readonly PanelChoice[] =>
  choices.map(({ value, label }) => ({ value: `${kind}:${value}`, label }));

const byKey = ({ key, name }: Keyed): PanelChoice => ({ value: key, label: name });

function postsOf(people: readonly KnownPerson[]): readonly PanelChoice[] {
  const holders = new Map<string, string[]>();
  for (const { posts, name } of people) for (const post of posts) holders.set(post, [...(holders.get(post) ?? []), name]);
  return [...holders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([value, names]) => ({ value, label: `${value}（${names.join('、')}）` }));
}
